namespace HnCe.Pages.Hosting;

/// <summary>A refusal of the graph as the page shows it: stable code, Chinese message, path of the input it is about.</summary>
public sealed record UserError(string Code, string Message, string? Path = null);
