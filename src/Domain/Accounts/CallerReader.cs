using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>Reads who a session belongs to, fresh for each request: a disabled account, a changed password or a retired organization ends it at once. Source: ACC-04.</summary>
public sealed class CallerReader(IDbContextFactory<HnCeDbContext> factory)
{
    /// <summary>The caller of a session, or null when the session has ended.</summary>
    public Task<Caller?> ReadAsync(long accountId, string stamp, string address, CancellationToken cancel) =>
        ReadAsync(accountId, a => a.SecurityStamp == stamp, address, cancel);

    /// <summary>The owner of a job that goes on without his session, or null when the account or its organization has ended.</summary>
    public Task<Caller?> ReadOwnerAsync(long accountId, CancellationToken cancel) => ReadAsync(accountId, _ => true, "", cancel);

    private async Task<Caller?> ReadAsync(long accountId, Expression<Func<Account, bool>> session, string address, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var found = await db.Accounts.Where(session)
            .Where(a => a.Id == accountId && a.State == AccountState.Active)
            .Where(a => a.Organization == null || a.Organization.State == OrganizationState.Active)
            .Select(a => new
            {
                a.Name,
                a.UserType,
                a.PersonHash,
                a.MustChangePassword,
                a.OrganizationId,
                CityCode = a.Organization == null ? null : a.Organization.CityCode,
                CountyCode = a.Organization == null ? null : a.Organization.CountyCode,
                ProfessionalId = db.Professionals.Where(p => p.AccountId == a.Id).Select(p => (long?)p.Id).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancel);
        return found is null ? null : new()
        {
            AccountId = accountId,
            Role = found.UserType,
            Name = found.Name,
            PersonHash = found.PersonHash,
            OrganizationId = found.OrganizationId,
            ProfessionalId = found.ProfessionalId,
            Area = found.UserType is UserType.LocalBureau ? new Area(found.CityCode, found.CountyCode) : null,
            MustChangePassword = found.MustChangePassword,
            Address = address,
        };
    }
}
