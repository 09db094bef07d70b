namespace HnCe.Pages.Hosting;

/// <summary>Commands of the program besides serving, for example <c>create-administrator</c>.</summary>
public static class Commands
{
    /// <summary>Runs a command; null when the program is to serve.</summary>
    public static Task<int?> RunAsync(WebApplication app, string[] args) => Task.FromResult<int?>(null);
}
