namespace HnCe.Domain.Accounts;

/// <summary>职称级别 of a professional from a day on, so that the required hours of a past year follow the level held then. Source: IND-15, REQ-02.</summary>
public sealed class TitleLevelPeriod
{
    private TitleLevelPeriod()
    {
    }

    /// <summary>A level from a day on.</summary>
    public TitleLevelPeriod(long professionalId, string titleLevel, DateOnly since) => (ProfessionalId, TitleLevel, Since) = (professionalId, titleLevel, since);

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Key of the professional.</summary>
    public long ProfessionalId { get; private set; }

    /// <summary>Code of title_levels.</summary>
    public string TitleLevel { get; private set; } = "";

    /// <summary>First day.</summary>
    public DateOnly Since { get; private set; }
}
