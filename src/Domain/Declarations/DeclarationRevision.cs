using HnCe.Domain.Audit;
using HnCe.Domain.Data;

namespace HnCe.Domain.Declarations;

/// <summary>
/// A version of a declaration type and its credit rule that the province made (修订), for a coming credit year and those after it.
/// Never changed and never deleted; until its first year begins it can be withdrawn or replaced by another one. Source: DEC-10, DEC-11.
/// </summary>
public sealed class DeclarationRevision : IAudited
{
    private DeclarationRevision()
    {
    }

    /// <summary>A revision of a checked definition and rule, which carry its kind, version and first year.</summary>
    public DeclarationRevision(DeclarationTypeDefinition definition, CreditRule rule, WriteContext write)
    {
        Kind = definition.Kind;
        Version = definition.Version;
        ValidFromYear = definition.ValidFromYear;
        Definition = StandardText.Write(definition);
        Rule = StandardText.Write(rule);
        MadeBy = write.Caller.Name;
        At = write.At;
        ChangeId = write.ChangeId;
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>继续教育类型.</summary>
    public DeclarationKind Kind { get; private set; }

    /// <summary>Counts on within the kind from the delivered version; withdrawn ones keep theirs.</summary>
    public int Version { get; private set; }

    /// <summary>The first credit year for which it holds.</summary>
    public int ValidFromYear { get; private set; }

    /// <summary>The <see cref="DeclarationTypeDefinition"/> as JSON.</summary>
    public string Definition { get; private set; } = "";

    /// <summary>The <see cref="CreditRule"/> as JSON.</summary>
    public string Rule { get; private set; } = "";

    /// <summary>Name of who made it.</summary>
    public string MadeBy { get; private set; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>When it was withdrawn or replaced, UTC; null while it holds.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>The write.</summary>
    public Guid ChangeId { get; private set; }

    /// <inheritdoc/>
    public string AuditSubject => $"DeclarationRevision:{Kind}:{Version}";

    /// <summary>Takes it back; <see cref="ReviseDeclarationType"/> and <see cref="WithdrawRevision"/> see to it that its year has not begun.</summary>
    internal void Withdraw(WriteContext write) => WithdrawnAt = write.At;
}

/// <summary>截止日期: the last day on which a past credit year can still be declared, where the province set one. Source: DEC-05.</summary>
public sealed class CreditYearClosing : IAudited
{
    private CreditYearClosing()
    {
    }

    /// <summary>The closing date of a credit year; the day lies in the year after it.</summary>
    public CreditYearClosing(int creditYear, DateOnly day)
    {
        CreditYear = creditYear;
        Set(day);
    }

    /// <summary>计入年度 that closes; the key.</summary>
    public int CreditYear { get; private set; }

    /// <summary>Month of the year after it.</summary>
    public int Month { get; private set; }

    /// <summary>Day of the month.</summary>
    public int Day { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The rule of open years that follows from it.</summary>
    public CreditYearWindow Window => new(Month, Day);

    /// <inheritdoc/>
    public string AuditSubject => $"CreditYearClosing:{CreditYear}";

    /// <summary>Moves the day.</summary>
    public void Set(DateOnly day) => (Month, Day, Version) = (day.Month, day.Day, Version + 1);
}
