using HnCe.Domain.Declarations;

namespace HnCe.Domain.Credits;

/// <summary>Where credited hours come from.</summary>
public enum CreditSource
{
    /// <summary>A passed declaration of another form.</summary>
    Declaration,

    /// <summary>A qualified trainee of a passed training class. Source: SCO-11.</summary>
    Training,

    /// <summary>What a trainee's class counts more since another class of the same subject was revoked; the source is the score of the revoked one. Source: SCO-12.</summary>
    TrainingTopUp,
}

/// <summary>
/// One line of the append-only credit ledger: hours gained, or with a minus sign withdrawn again. Nothing is ever changed or deleted,
/// and one source credits once and is withdrawn once (unique index). Source: CRD-01, REV-12.
/// </summary>
public sealed class CreditEntry
{
    private CreditEntry()
    {
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Key of the person.</summary>
    public long ProfessionalId { get; private set; }

    /// <summary>计入年度.</summary>
    public int Year { get; private set; }

    /// <summary>科目类型.</summary>
    public SubjectCategory Category { get; private set; }

    /// <summary>Credit hours in half steps; negative for a withdrawal.</summary>
    public decimal Hours { get; private set; }

    /// <summary>Kind of the source.</summary>
    public CreditSource Source { get; private set; }

    /// <summary>Key of the source, for example of the declaration.</summary>
    public long SourceId { get; private set; }

    /// <summary>Whether it withdraws what the source credited before.</summary>
    public bool Withdrawal { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The write.</summary>
    public Guid ChangeId { get; private set; }
}
