using System.Linq.Expressions;

namespace HnCe.Domain.Access;

/// <summary>
/// The rows that a caller reaches with one permission. A closed set of cases: each scoped entity says for each case
/// which of its rows are meant, and a case it does not name reaches nothing.
/// </summary>
public abstract record Jurisdiction
{
    private Jurisdiction()
    {
    }

    /// <summary>No row at all.</summary>
    public sealed record Nothing : Jurisdiction;

    /// <summary>Every row of the province.</summary>
    public sealed record Everywhere : Jurisdiction;

    /// <summary>A prefecture city with all its counties; the six-digit region code of the city.</summary>
    public sealed record City(string Code) : Jurisdiction;

    /// <summary>One county; its six-digit region code.</summary>
    public sealed record County(string Code) : Jurisdiction;

    /// <summary>One employer; the key of the employer.</summary>
    public sealed record Employer(long Id) : Jurisdiction;

    /// <summary>One organization, of whatever kind; its key.</summary>
    public sealed record OneOrganization(long Id) : Jurisdiction;

    /// <summary>The administrators of one organization, or of the role where it has none.</summary>
    public sealed record Colleagues(UserType Role, long? OrganizationId) : Jurisdiction;

    /// <summary>The employers of one industry department; the key of the department.</summary>
    public sealed record Industry(long Id) : Jurisdiction;

    /// <summary>What was sent to one organization; the key of the organization.</summary>
    public sealed record SentTo(long OrganizationId) : Jurisdiction;

    /// <summary>What concerns one account; the key of the account and, for a professional, of the person.</summary>
    public sealed record Own(long AccountId, long? ProfessionalId) : Jurisdiction;
}

/// <summary>An entity whose rows belong to a jurisdiction. The one place that turns reach into rows.</summary>
/// <typeparam name="T">The entity itself.</typeparam>
public interface IScoped<T>
    where T : class, IScoped<T>
{
    /// <summary>The rows of this entity that a jurisdiction reaches; an unnamed case must answer "none".</summary>
    static abstract Expression<Func<T, bool>> Reached(Jurisdiction reach);
}

/// <summary>The query step that every read and every write of scoped rows goes through.</summary>
public static class JurisdictionQueries
{
    /// <summary>Limits rows to a jurisdiction. What is out of reach reads as not found.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, Jurisdiction reach)
        where T : class, IScoped<T> => rows.Where(T.Reached(reach));
}
