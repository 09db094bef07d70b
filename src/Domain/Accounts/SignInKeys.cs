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
        if (type is UserType.Individual or UserType.ProvincialDepartment or UserType.SystemAdmin)
        {
            return Account.SignInKey(type, null, hash);
        }

        var code = OrganizationCode.TryParse(organizationCode, out var plain) ? plain.Value
            : CreditCode.TryParse(organizationCode, out var unified) ? unified.SubjectCode : "";
        var organization = await db.Organizations.Where(o => o.CodeKey == code && EF.Property<string>(o, "Kind") == KindOf(type))
            .Select(o => (long?)o.Id).SingleOrDefaultAsync(cancel);
        return Account.SignInKey(type, organization ?? 0, hash);
    }

    private static string KindOf(UserType type) => type switch
    {
        UserType.Employer => nameof(Employer),
        UserType.Institution => nameof(TrainingInstitution),
        UserType.IndustryDepartment => nameof(IndustryDepartment),
        _ => nameof(HrBureau),
    };
}
