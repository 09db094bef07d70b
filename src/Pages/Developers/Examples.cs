using HnCe.Pages.Hosting;

namespace HnCe.Pages.Developers;

/// <summary>
/// Operations to try in the playground, by role: documents like those beside pages, so that a test holds them against the schema.
/// A line <c># 标题</c> begins an operation and names it.
/// </summary>
public static class Examples
{
    private const string Title = "# ";

    /// <summary>What everybody may ask, and what a role may.</summary>
    /// <param name="role">The role as documents are named, for example <c>LocalBureau</c>; null for a visitor.</param>
    public static IEnumerable<Example> For(string? role) => role is null ? Read("Everybody") : [.. Read("Everybody"), .. Read(role)];

    private static IEnumerable<Example> Read(string name) =>
        from part in $"\n{GraphClient.TextOf($"Developers/Examples/{name}.graphql").ReplaceLineEndings("\n")}".Split($"\n{Title}").Skip(1)
        let end = part.IndexOf('\n', StringComparison.Ordinal)
        select new Example(part[..end], part[(end + 1)..].Trim() + "\n");
}

/// <summary>An operation to try.</summary>
/// <param name="Title">What it does, in Chinese.</param>
/// <param name="Document">The operation.</param>
public sealed record Example(string Title, string Document);
