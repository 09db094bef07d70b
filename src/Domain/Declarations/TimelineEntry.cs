using HnCe.Domain.Data;
using HnCe.Domain.Organizations;

namespace HnCe.Domain.Declarations;

/// <summary>One step in the history of a declaration: what happened, when, by whom, and what was said. Append-only. Source: GEN-10, F15.</summary>
public sealed class TimelineEntry
{
    private TimelineEntry()
    {
    }

    /// <summary>A step of a single declaration.</summary>
    public TimelineEntry(Declaration declaration, DeclarationEvent happening, string? reason, WriteContext write)
    {
        Declaration = declaration;
        Event = happening;
        At = write.At;
        AccountId = write.Caller.AccountId;
        Actor = write.Caller.Name;
        OrganizationId = write.Caller.OrganizationId;
        Reason = reason;
        ChangeId = write.ChangeId;
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Key of the declaration.</summary>
    public long DeclarationId { get; private set; }

    /// <summary>The declaration.</summary>
    public Declaration Declaration { get; private set; } = null!;

    /// <summary>What happened.</summary>
    public DeclarationEvent Event { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Key of the acting account.</summary>
    public long? AccountId { get; private set; }

    /// <summary>Name of the acting person at that time.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>Key of the acting organization.</summary>
    public long? OrganizationId { get; private set; }

    /// <summary>The acting organization.</summary>
    public Organization? Organization { get; private set; }

    /// <summary>What was said: reason of a return, verdict or revocation.</summary>
    public string? Reason { get; private set; }

    /// <summary>认定学时 of a verdict, credit hours.</summary>
    public decimal? Hours { get; private set; }

    /// <summary>The write.</summary>
    public Guid ChangeId { get; private set; }
}
