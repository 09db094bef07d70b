using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>Finds the key of the account that somebody names at sign-in; what names nobody has a key, too, that no account has. Source: LOG-01, LOG-08, LOG-09.</summary>
internal sealed class SignInKeys(HnCeDbContext db, SecretBox box, TimeProvider clock)
{
    /// <summary>The key of user type, organization code and ID number.</summary>
    public async Task<string> OfAsync(UserType type, string? organizationCode, string idNumber, CancellationToken cancel)
    {
        var hash = IdNumber.TryParse(idNumber, clock.Today(), out var number) ? box.HashOf(number) : box.Hash("no such number");
        if (CodeOf(type, organizationCode) is not { } code)
        {
            return Account.SignInKey(type, null, hash);
        }

        var organization = await db.Organizations.Where(o => o.CodeKey == code && EF.Property<string>(o, "Kind") == KindOf(type))
            .Select(o => (long?)o.Id).SingleOrDefaultAsync(cancel);
        return Account.SignInKey(type, organization ?? 0, hash);
    }

    /// <summary>The organization code as stored, empty where what was typed is none; null for user types that sign in without. Source: LOG-01.</summary>
    public static string? CodeOf(UserType type, string? organizationCode) => type switch
    {
        UserType.Individual or UserType.ProvincialDepartment or UserType.SystemAdmin => null,
        _ when OrganizationCode.TryParse(organizationCode, out var plain) => plain.Value,
        _ => CreditCode.TryParse(organizationCode, out var unified) ? unified.SubjectCode : "",
    };

    /// <summary>The kind of organization that accounts of a user type administer.</summary>
    public static string KindOf(UserType type) => type switch
    {
        UserType.Employer => nameof(Employer),
        UserType.Institution => nameof(TrainingInstitution),
        UserType.IndustryDepartment => nameof(IndustryDepartment),
        _ => nameof(HrBureau),
    };
}
