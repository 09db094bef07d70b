namespace HnCe.Domain.Access;

/// <summary>A rule's "no", given back as a value (拒绝). It becomes a <c>userErrors</c> entry and a line of a page's error summary.</summary>
/// <param name="Code">The stable code that clients may test.</param>
/// <param name="Message">The Chinese sentence shown to the person.</param>
/// <param name="Path">The input field that it concerns, e.g. <c>details.issn</c>; none when it concerns the whole request.</param>
public sealed record Refusal(RefusalCode Code, string Message, string? Path = null)
{
    /// <summary>The same refusal, tied to an input field.</summary>
    public Refusal At(string path) => this with { Path = path };
}
