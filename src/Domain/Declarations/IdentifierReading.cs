namespace HnCe.Domain.Declarations;

/// <summary>What became of an identifier that someone typed from a cover or a certificate.</summary>
/// <param name="Canonical">The one form in which equal identifiers are equal texts; it serves the duplicate search (DEC-08). Empty when at fault.</param>
/// <param name="Fault">Chinese words for what is wrong, to stand after “ISBN 不正确：”; none when it is right.</param>
public readonly record struct IdentifierReading(string Canonical, string? Fault)
{
    /// <summary>The identifier is right.</summary>
    public bool IsCorrect => Fault is null;

    internal static IdentifierReading Wrong(string fault) => new("", fault);
}
