using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.Files;
using HnCe.Domain.Organizations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Testing;

/// <summary>Founds the organizations of a <see cref="World"/> and appoints an administrator for each.</summary>
internal static class Founding
{
    private static readonly Lazy<string> Hash = new(() =>
        new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1 })).HashPassword(null!, MadeUpPerson.Password));

    /// <summary>Bureaus of the reference data that play, by the name of their property.</summary>
    private static readonly Dictionary<string, string> Regions = new()
    {
        [nameof(World.Province)] = "410000",
        [nameof(World.Zhengzhou)] = "410100",
        [nameof(World.Zhongyuan)] = "410102",
        [nameof(World.Xinzheng)] = "410184",
        [nameof(World.Luoyang)] = "410300",
        [nameof(World.Luolong)] = "410311",
        [nameof(World.Luanchuan)] = "410324",
        [nameof(World.Gongyi)] = "410181",
    };

    public static async Task<(Dictionary<string, Organization> Organizations, IReadOnlyList<Post> Posts)> RunAsync(TestDatabase database) =>
        await database.WriteAsync(async work => (await work.RunAsync<(Dictionary<string, Organization>, IReadOnlyList<Post>)>(nameof(Founding), async write =>
        {
            var organizations = await FoundAsync(work.Db);
            List<(UserType Role, Organization? Organization)> posts = [.. organizations.Values.Select(o => (RoleOf(o), (Organization?)o)), (UserType.SystemAdmin, null)];
            return (organizations, await AppointAsync(work.Db, [.. posts.Select((post, i) => (post.Role, post.Organization, MadeUpPerson.Number(i + 1)))], write));
        }, default)).Value);

    /// <summary>An account with the password of all.</summary>
    public static Account Open(UserType role, Organization? organization, Person person, AccountState state, WriteContext write)
    {
        var account = new Account(role, organization, person, state, write.At) { PasswordHash = Hash.Value };
        account.EndSessions();
        return account;
    }

    public static Person Seal(MadeUpPerson person) => IdNumber.TryParse(person.IdNumber, new(2026, 1, 1), out var number)
        ? Person.Seal(number, person.Name, person.Mobile, person.Mail, new SecretBox(TestDatabase.Keys))
        : throw new InvalidOperationException($"{person.IdNumber} is no ID number.");

    public static async Task<IReadOnlyList<Post>> AppointAsync(
        HnCeDbContext db, IReadOnlyList<(UserType Role, Organization? Organization, MadeUpPerson Person)> posts, WriteContext write)
    {
        var accounts = posts.Select(post => Open(post.Role, post.Organization, Seal(post.Person), AccountState.Active, write)).ToList();
        db.AddRange(accounts);
        await db.SaveChangesAsync();
        var files = accounts.Select(account => FileOf(account.Id, write)).ToList();
        db.AddRange(files);
        await db.SaveChangesAsync();
        return [.. posts.Select((post, i) => new Post(post.Person, CallerOf(accounts[i], post.Organization, null), post.Organization?.OrgCode, files[i].Id))];
    }

    public static Attachment FileOf(long owner, WriteContext write) => new(Proof.Hash, Proof.Png.Length, FileType.Png, "证明材料.png", owner, write.At);

    public static Caller CallerOf(Account account, Organization? organization, long? professional) => new()
    {
        AccountId = account.Id,
        Role = account.UserType,
        Name = account.Name,
        PersonHash = account.PersonHash,
        OrganizationId = organization?.Id,
        ProfessionalId = professional,
        Area = account.UserType is UserType.LocalBureau ? new(organization!.CityCode, organization.CountyCode) : null,
        Address = "203.0.113.7",
    };

    public static UserType RoleOf(Organization organization) => organization switch
    {
        Employer => UserType.Employer,
        TrainingInstitution => UserType.Institution,
        IndustryDepartment => UserType.IndustryDepartment,
        HrBureau { Tier: BureauTier.Province } => UserType.ProvincialDepartment,
        _ => UserType.LocalBureau,
    };

    private static async Task<Dictionary<string, Organization>> FoundAsync(HnCeDbContext db)
    {
        var codes = Regions.Values.ToList();
        var bureaus = await db.HrBureaus.Where(b => codes.Contains(b.RegionCode)).ToDictionaryAsync(b => b.RegionCode);
        HrBureau Bureau(string name) => bureaus[Regions[name]];
        var education = new IndustryDepartment("郑州市教育局", Code(1), Bureau(nameof(World.Zhengzhou)));
        var health = new IndustryDepartment("洛阳市卫生健康委员会", Code(2), Bureau(nameof(World.Luoyang)));
        Employer Employer(string name, int code, string bureau, IndustryDepartment? industry) => new(name, Code(code), Regions[bureau], Bureau(bureau), industry);
        var founded = new Dictionary<string, Organization>
        {
            [nameof(World.Education)] = education,
            [nameof(World.Health)] = health,
            [nameof(World.Institution)] = new TrainingInstitution("郑州市继续教育中心", Code(3), Regions[nameof(World.Zhengzhou)], Bureau(nameof(World.Zhengzhou)), education),
            [nameof(World.School)] = Employer("郑州市第一中学", 4, nameof(World.Zhengzhou), education),
            [nameof(World.Hospital)] = Employer("中原区人民医院", 5, nameof(World.Zhongyuan), null),
            [nameof(World.CountySchool)] = Employer("新郑市第二中学", 6, nameof(World.Xinzheng), education),
            [nameof(World.CityHospital)] = Employer("洛阳市中心医院", 7, nameof(World.Luoyang), health),
            [nameof(World.Clinic)] = Employer("栾川县中医院", 8, nameof(World.Luanchuan), health),
            [nameof(World.Factory)] = Employer("巩义市机械厂", 9, nameof(World.Gongyi), null),
            [nameof(World.Academy)] = Employer("河南省农业科学院", 10, nameof(World.Province), null),
        };
        foreach (var employer in founded.Values.OfType<Employer>())
        {
            var first = new Department(employer, "业务一部", null, 1);
            employer.Departments.Add(first);
            employer.Departments.Add(new(employer, "业务二部", first, 2));
        }

        db.AddRange(founded.Values);
        await db.SaveChangesAsync();
        db.AddRange(founded.Values.SelectMany(NameGram.Of));
        return founded.Concat(Regions.Keys.Select(name => KeyValuePair.Create(name, (Organization)Bureau(name)))).ToDictionary();
    }

    public static string Code(int number) => "0123456789X".Select(check => $"WR{number:000000}{check}").First(code => OrganizationCode.TryParse(code, out _));
}
