using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Data.Demo;

/// <summary>A professional on the stage.</summary>
internal sealed record DemoMember(long Id, Caller Caller, DemoTrade Trade, int Employer, long FileId);

/// <summary>What all scenes share: the database, the clock that is set by hand, the chance, and who plays whom.</summary>
internal sealed class DemoStage(HnCeDbContext db, SecretBox box, IPasswordHasher<Account> hasher, StandardsInForce standards, DemoClock clock)
{
    public HnCeDbContext Db => db;

    public SecretBox Box => box;

    public StandardsInForce Standards => standards;

    public DemoClock Clock => clock;

    public DemoDice Dice { get; } = new(20260101);

    /// <summary>Hashes the one password once; a real hash takes its time on purpose.</summary>
    public IPasswordHasher<Account> Hasher { get; } = new OneHash(hasher);

    /// <summary>Employers in the order of the list.</summary>
    public List<Employer> Employers { get; } = [];

    /// <summary>Administrators by organization.</summary>
    public Dictionary<long, Caller> Administrators { get; } = [];

    /// <summary>Proof files of employers, for what they register on behalf.</summary>
    public Dictionary<long, long> EmployerFiles { get; } = [];

    /// <summary>Approved professionals.</summary>
    public List<DemoMember> Members { get; } = [];

    /// <summary>Runs one write of a caller and insists that it succeeds.</summary>
    public async Task<T> WriteAsync<T>(string action, Caller caller, Func<WriteContext, Task<T>> body) =>
        Must(await Work(caller).RunAsync<T>(action, async write => (Outcome<T>)await body(write), default));

    public UnitOfWork Work(Caller caller) => new(db, caller, clock);

    /// <summary>The value; a refusal is a mistake in the story.</summary>
    public static T Must<T>(Outcome<T> outcome) =>
        outcome.IsRefused ? throw new InvalidOperationException(string.Join("; ", outcome.Refusals)) : outcome.Value!;

    /// <summary>Insists on success, except that nobody can declare the same thing twice; then nothing happens.</summary>
    public static void MustUnlessDuplicate<T>(Outcome<T> outcome)
    {
        if (outcome.Refusals.Any(refusal => refusal.Code is not RefusalCode.DuplicateDeclaration))
        {
            Must(outcome);
        }
    }

    /// <summary>The callers of some accounts, as <see cref="CallerReader"/> would read them.</summary>
    public async Task<Dictionary<long, Caller>> CallersAsync(IQueryable<Account> accounts)
    {
        var found = await accounts.AsNoTracking().Include(a => a.Organization)
            .Select(a => new { Account = a, Professional = db.Professionals.Where(p => p.AccountId == a.Id).Select(p => (long?)p.Id).FirstOrDefault() }).ToListAsync();
        return found.ToDictionary(row => row.Account.Id, row => new Caller
        {
            AccountId = row.Account.Id,
            Role = row.Account.UserType,
            Name = row.Account.Name,
            PersonHash = row.Account.PersonHash,
            OrganizationId = row.Account.OrganizationId,
            ProfessionalId = row.Professional,
            Area = row.Account.UserType is UserType.LocalBureau ? new Area(row.Account.Organization!.CityCode, row.Account.Organization.CountyCode) : null,
            Address = "127.0.0.1",
        });
    }

    private sealed class OneHash(IPasswordHasher<Account> real) : IPasswordHasher<Account>
    {
        private string? _hash;

        public string HashPassword(Account user, string password) => _hash ??= real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
            real.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
