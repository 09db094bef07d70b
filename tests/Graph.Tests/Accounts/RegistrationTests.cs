using HnCe.Domain.Data.Providers;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Accounts;

/// <summary>Registering and being reviewed, where it is not straightforward.</summary>
public sealed class RegistrationTests(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, OnBothDatabases, Trait("Spec", "IND-03")]
    public async Task Name_WithARareCharacter_IsAccepted(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);

        var reply = await world.Visitor.RegisterAsync(Do.Registration(world, world.Stranger(), ("name", "王𬱟")));
        var listed = await world.As(world.School).MustAsync("{ registrations(name: \"王𬱟\") { nodes { applicantName } } }");

        Assert.Equal("您已完成专技人员注册，请耐心等待所属单位审批", reply.Succeeded().String("registerProfessional.message"));
        Assert.Equal(["王𬱟"], listed.Each("registrations.nodes", "applicantName"));
    }

    [Theory, Trait("Spec", "IND-03"), InlineData("王"), InlineData("王1"), InlineData("<b>王芳</b>"), InlineData("王\uD840"), InlineData(" "), InlineData("王\u0000芳")]
    public async Task Name_ThatIsNone_IsRefused(string name)
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);

        Assert.Contains("input.name", (await world.Visitor.RegisterAsync(Do.Registration(world, world.Stranger(), ("name", name)))).Paths);
    }

    [Theory, OnBothDatabases, Trait("Spec", "IND-11"), Trait("Spec", "EMP-15")]
    public async Task Registration_Refused_TellsWhyAndMayBeRepeated(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var person = world.Stranger();
        var id = GlobalId.Encode("Registration", await world.RegistrationAsync(world.School, person));
        var clerk = world.As(world.School);

        (await clerk.ReviewRegistrationsAsync(new { ids = new[] { id }, decision = "FAIL", reason = "查无此人" })).Succeeded();
        var again = await clerk.ReviewRegistrationsAsync(new { ids = new[] { id }, decision = "PASS" });
        var repeated = await world.Visitor.RegisterAsync(Do.Registration(world, person));

        Assert.Equal("ALREADY_REVIEWED", again.RefusedItems[id]);
        Assert.Empty(repeated.Refusals);
        Assert.Equal("NOT_FOUND", (await world.As(world.Hospital).ReviewRegistrationsAsync(new { ids = new[] { id }, decision = "PASS" })).RefusedItems[id]);
    }

    [Theory, OnBothDatabases, Trait("Spec", "IND-11")]
    public async Task Registration_TenTimesAtOnce_HappensOnce(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var person = world.Stranger();
        var input = Do.Registration(world, person);

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => world.Visitor.RegisterAsync(input))));

        Assert.Single(replies, reply => reply.Refusals.Count == 0);
        Assert.All(replies.SelectMany(reply => reply.Refusals), code => Assert.Contains(code, new[] { "ALREADY_REGISTERED", "CONFLICT" }));
    }

    [Theory, OnBothDatabases, Trait("Spec", "PIC-03")]
    public async Task Department_OfAnotherEmployer_IsRefused(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var foreign = await world.ReadAsync(db => db.Departments.Where(d => d.EmployerId == world.Clinic.Id).Select(d => d.Id).FirstAsync());

        var reply = await world.Visitor.RegisterAsync(Do.Registration(world, world.Stranger(), ("department", GlobalId.Encode("Department", foreign))));

        Assert.Equal(["NOT_AN_OPTION", "input.department"], reply.Refusals.Concat(reply.Paths));
    }

    [Theory, OnBothDatabases, Trait("Spec", "ACC-04")]
    public async Task Session_OfADisabledAccount_EndsAtOnce(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        using var browser = await world.SignInAsync(teacher);
        var before = await browser.GetStringAsync("/graphql?query={viewer{name}}");

        await world.Program.WriteAsync(async (work, _) =>
        {
            (await work.Db.Accounts.SingleAsync(a => a.Id == teacher.Caller.AccountId)).Disable("离职");
            return 1;
        });

        Assert.Contains(teacher.Person!.Name, before, StringComparison.Ordinal);
        Assert.DoesNotContain(teacher.Person.Name, await browser.GetStringAsync("/graphql?query={viewer{name}}"), StringComparison.Ordinal);
    }
}
