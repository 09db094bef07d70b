using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Organizations;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Graph.Tests.Organizations;

/// <summary>What the keeper of base data sends, and who waits for a bureau.</summary>
internal static class KeepBaseData
{
    private const string Refusals = "userErrors { code message path }";

    public static string IdOf(Organization organization) => GlobalId.Encode(organization.GetType().Name, organization.Id);

    /// <summary>A correct organization code that nobody has.</summary>
    public static string Code(int number) => "0123456789X".Select(check => $"ZZ{number:000000}{check}").First(code => OrganizationCode.TryParse(code, out _));

    /// <summary>A bureau as it is; parts can be changed.</summary>
    public static async Task<Dictionary<string, object?>> InputAsync(World world, HrBureau bureau, params (string Name, object? Value)[] changes)
    {
        var now = await world.ReadAsync(db => db.HrBureaus.SingleAsync(b => b.Id == bureau.Id));
        return With(new()
        {
            ["id"] = IdOf(bureau),
            ["name"] = now.Name,
            ["code"] = now.OrgCode,
            ["regionCode"] = now.RegionCode,
            ["tier"] = now.Tier,
            ["parent"] = now.SupervisorId is { } parent ? GlobalId.Encode("HrBureau", parent) : null,
        }, changes);
    }

    /// <summary>A new county bureau of 郑州航空港; parts can be changed.</summary>
    public static Dictionary<string, object?> NewBureau(World world, params (string Name, object? Value)[] changes) => With(new()
    {
        ["name"] = "郑州航空港人力资源和社会保障局",
        ["code"] = Code(1),
        ["regionCode"] = "410173",
        ["tier"] = BureauTier.County,
        ["parent"] = IdOf(world.Zhengzhou),
        ["contact"] = "欧阳秘",
        ["phone"] = "0371-65900000",
    }, changes);

    /// <summary>A new department of 巩义; parts can be changed.</summary>
    public static Dictionary<string, object?> NewDepartment(World world, params (string Name, object? Value)[] changes) => With(new()
    {
        ["name"] = "巩义市教育局",
        ["code"] = Code(2),
        ["regionCode"] = "410181",
        ["supervisor"] = IdOf(world.Gongyi),
        ["industry"] = "P",
    }, changes);

    public static Task<Reply> AddBureauAsync(this Actor actor, object input) =>
        actor.AskAsync($"mutation ($input: AddBureauInput!) {{ addBureau(input: $input) {{ bureauId {Refusals} }} }}", new { input });

    public static Task<Reply> ChangeBureauAsync(this Actor actor, object input) =>
        actor.AskAsync($"mutation ($input: ChangeBureauInput!) {{ changeBureau(input: $input) {{ bureauId {Refusals} }} }}", new { input });

    public static Task<Reply> BureauEffectsAsync(this Actor actor, object input) => actor.AskAsync(
        $"query ($input: ChangeBureauInput!) {{ bureauChangeEffects(input: $input) {{ effects {{ moves organizations professionals registrations administrators }} {Refusals} }} }}", new { input });

    public static Task<Reply> RetireAsync(this Actor actor, Organization organization) => actor.UseAsync("retire", organization);

    public static Task<Reply> ReactivateAsync(this Actor actor, Organization organization) => actor.UseAsync("reactivate", organization);

    public static Task<Reply> AddIndustryDepartmentAsync(this Actor actor, object input) =>
        actor.AskAsync($"mutation ($input: AddIndustryDepartmentInput!) {{ addIndustryDepartment(input: $input) {{ industryDepartmentId {Refusals} }} }}", new { input });

    public static Task<Reply> ChangeIndustryDepartmentAsync(this Actor actor, object input) =>
        actor.AskAsync($"mutation ($input: ChangeIndustryDepartmentInput!) {{ changeIndustryDepartment(input: $input) {{ industryDepartmentId {Refusals} }} }}", new { input });

    public static Task<Reply> CodeAsync(this Actor actor, string verb, object input) => actor.AskAsync(
        $"mutation ($input: {(verb is "add" or "change" ? "CodeItemDataInput" : "CodeItemKeyInput")}!) {{ {verb}CodeItem(input: $input) {{ code {Refusals} }} }}", new { input });

    public static Task<Reply> SetHoursAsync(this Actor actor, object input) =>
        actor.AskAsync($"mutation ($input: SetRequiredHoursInput!) {{ setRequiredHours(input: $input) {{ done {Refusals} }} }}", new { input });

    /// <summary>Somebody who registered as administrator of an organization and waits for the bureau above or beside it.</summary>
    public static Task<long> WaitsAsync(this World world, Organization organization, RegistrationKind kind) => world.Program.WriteAsync(async (work, write) =>
    {
        var there = await work.Db.Organizations.Include(o => o.Supervisor).SingleAsync(o => o.Id == organization.Id);
        var stranger = world.Stranger();
        var person = IdNumber.TryParse(stranger.IdNumber, new(2026, 1, 1), out var number)
            ? Person.Seal(number, stranger.Name, stranger.Mobile, stranger.Mail, new SecretBox(TestDatabase.Keys))
            : throw new InvalidOperationException();
        var role = kind is RegistrationKind.LocalBureau ? UserType.LocalBureau : UserType.IndustryDepartment;
        var registration = new Registration(kind, new Account(role, there, person, AccountState.Pending, write.At), there.Supervisor!, write.At);
        work.Db.Add(registration);
        await work.Db.SaveChangesAsync();
        return registration.Id;
    });

    private static Task<Reply> UseAsync(this Actor actor, string verb, Organization organization)
    {
        var (name, input) = organization is HrBureau ? ("Bureau", "BureauIdInput") : ("IndustryDepartment", "IndustryDepartmentIdInput");
        return actor.AskAsync($"mutation ($input: {input}!) {{ {verb}{name}(input: $input) {{ {Refusals} }} }}", new { input = new { id = IdOf(organization) } });
    }

    private static Dictionary<string, object?> With(Dictionary<string, object?> input, (string Name, object? Value)[] changes)
    {
        foreach (var (name, value) in changes)
        {
            input[name] = value;
        }

        return input;
    }
}
