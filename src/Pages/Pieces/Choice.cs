namespace HnCe.Pages.Pieces;

/// <summary>One choice of a select, of radio buttons or of check boxes.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What is read.</param>
/// <param name="Mark">A class on the option, such as <c>needs-org</c> for user types that sign in with an organization code.</param>
public sealed record Choice(string Value, string Text, string? Mark = null);
