namespace HnCe.Domain.Declarations;

/// <summary>An identifier with a check character that a text field may hold.</summary>
public enum IdentifierKind
{
    /// <summary>国际标准书号, see <see cref="Declarations.Isbn"/>.</summary>
    Isbn,

    /// <summary>国际标准连续出版物号, see <see cref="Declarations.Issn"/>.</summary>
    Issn,

    /// <summary>专利号, see <see cref="PatentNumber"/>.</summary>
    Patent,
}
