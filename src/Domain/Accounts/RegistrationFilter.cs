using HnCe.Domain.Data;
using HnCe.Domain.Organizations;

namespace HnCe.Domain.Accounts;

/// <summary>Which registrations are wanted; conditions combine with AND. Source: S-REV-01 to S-REV-04, S-EMP-07.</summary>
public sealed record RegistrationFilter
{
    /// <summary>What was registered.</summary>
    public RegistrationKind? Kind { get; init; }

    /// <summary>State.</summary>
    public RegistrationStatus? Status { get; init; }

    /// <summary>Part of the applicant's name or, where an organization is administered, of its name.</summary>
    public string? Name { get; init; }

    /// <summary>The rows under this filter. Names are looked up in a subquery, so that an update under the filter rechecks the row it locks.</summary>
    internal IQueryable<Registration> Apply(HnCeDbContext db, IQueryable<Registration> rows)
    {
        rows = Kind is { } kind ? rows.Where(r => r.Kind == kind) : rows;
        rows = Status is { } status ? rows.Where(r => r.Status == status) : rows;
        if (string.IsNullOrWhiteSpace(Name))
        {
            return rows;
        }

        var (person, organization) = (Name.Trim(), NameGram.Normalize(Name));
        return rows.Where(r => db.Accounts.Any(a => a.Id == r.AccountId
            && (a.Name.Contains(person) || (r.Kind != RegistrationKind.Professional && a.Organization!.SearchName.Contains(organization)))));
    }
}
