namespace HnCe.Domain.Access;

/// <summary>
/// An expected "no": a value, not an exception. It becomes a userError of the graph and a line of the page's error summary.
/// </summary>
/// <param name="Code">Stable code for programs.</param>
/// <param name="Message">Chinese sentence for people: what happened, why, what to do.</param>
/// <param name="Path">The input it is about, for example <c>details.issn</c>; null when it is about the whole request.</param>
public sealed record Refusal(RefusalCode Code, string Message, string? Path = null)
{
    /// <summary>The same refusal about one input.</summary>
    public Refusal At(string path) => this with { Path = path };
}
