using HnCe.Domain.Data.Providers;
using HnCe.Domain.Files;
using HnCe.Testing;
using Xunit;

namespace HnCe.Graph.Tests.Accounts;

/// <summary>What a reviewer of accounts reads: lists, details, the scan, and how many wait.</summary>
public sealed class RegistrationReadTests(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, OnBothDatabases, Trait("Spec", "BUR-06"), Trait("Spec", "BUR-07")]
    public async Task List_OfOneKind_HoldsNamesCodesAndMaskedData(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var waiting = await world.WaitingInstitutionAsync(world.Luolong, "洛龙区技能培训学校", world.Stranger("欧阳晓岚"));
        await world.WaitingEmployerAsync(world.Luolong, "洛龙区技能中学");
        var clerk = world.As(world.Luolong);
        const string Query = """
            query ($name: String) {
              registrations(kind: INSTITUTION, status: PENDING, name: $name) {
                totalCount
                nodes { id kind applicantName applicantIdNumber applicantMobile organization { name code } details { institutionLevelName regionName supervisor { name } certificateScan { name type size url } } }
              }
            }
            """;

        var byOrganization = await clerk.MustAsync(Query, new { name = "技能" });
        var byApplicant = await clerk.MustAsync(Query, new { name = "欧阳" });

        Assert.Equal([waiting.Id], byOrganization.Each("registrations.nodes", "id"));
        Assert.Equal(byOrganization.Text, byApplicant.Text);
        Assert.Equal(waiting.Organization.OrgCode, byOrganization.String("registrations.nodes.0.organization.code"));
        Assert.Equal(("省级", "洛阳市洛龙区"), (byOrganization.String("registrations.nodes.0.details.institutionLevelName"), byOrganization.String("registrations.nodes.0.details.regionName")));
        Assert.StartsWith("/files/", byOrganization.String("registrations.nodes.0.details.certificateScan.url"), StringComparison.Ordinal);
        Assert.DoesNotContain(waiting.Applicant.Person!.IdNumber, byOrganization.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(waiting.Applicant.Person.Mobile, byOrganization.Text, StringComparison.Ordinal);
        Assert.Contains('*', byOrganization.String("registrations.nodes.0.applicantIdNumber")!);
    }

    [Theory, OnBothDatabases, Trait("Spec", "EMP-14")]
    public async Task Name_OfTheEmployerItself_FindsNoProfessional(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        await world.RegistrationAsync(world.Factory, world.Stranger("司徒静"));

        var reply = await world.As(world.Factory).MustAsync("{ unit: registrations(name: \"机械厂\") { totalCount } person: registrations(kind: PROFESSIONAL, name: \"司徒\") { totalCount } }");

        Assert.Equal((0, 1), (reply.Number("unit.totalCount"), reply.Number("person.totalCount")));
    }

    [Theory, OnBothDatabases, Trait("Spec", "BUR-05"), Trait("Spec", "PRO-02")]
    public async Task Waiting_ByKind_CountsWhatTheCallerDecides(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.WaitingEmployerAsync(world.Zhengzhou);
        await world.WaitingEmployerAsync(world.Zhengzhou);
        await world.WaitingAdministratorAsync(world.Xinzheng);
        await world.WaitingInstitutionAsync(world.Luoyang);
        (await world.As(world.Zhengzhou).PassRegistrationsAsync((await world.WaitingDepartmentAsync(world.Zhengzhou)).Id)).Succeeded();
        world.Statements.Clear();

        var counted = await world.As(world.Zhengzhou).MustAsync("{ waitingRegistrations { kind count } }");

        Assert.Equal("""{"waitingRegistrations":[{"kind":"EMPLOYER","count":2},{"kind":"LOCAL_BUREAU","count":1}]}""", counted.Json.GetProperty("data").GetRawText());
        Assert.Single(world.Statements.Statements);
    }

    [Theory, OnBothDatabases, Trait("Spec", "BUR-07")]
    public async Task Scan_OfARegistration_OpensForItsReviewerAndThoseAbove(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var waiting = await world.WaitingEmployerAsync(world.Xinzheng);
        var file = waiting.Applicant.FileId;

        foreach (var (actor, opens) in new[]
        {
            (world.As(world.Xinzheng), true), (world.As(world.Zhengzhou), true), (world.As(world.Province), true), (world.As(world.Luoyang), false),
            (world.As(world.Zhongyuan), false), (world.As(world.School), false), (world.As(world.Education), false), (world.SystemAdmin, false), (world.Visitor, false),
        })
        {
            var opened = await actor.RunAsync<AttachmentReader, OpenedAttachment?>(reader => reader.OpenAsync(file, default));
            Assert.True(opens == (opened is not null), $"{actor.Caller.Role} of {actor.Caller.OrganizationId}");
            await (opened?.Content.DisposeAsync() ?? default);
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "EMP-01")]
    public async Task Upload_OfAVisitor_IsNoVisitorsToOpen(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var file = await world.Visitor.RunAsync<AttachFile, Domain.Access.Outcome<Attachment>>(attach => attach.RunAsync(new MemoryStream(Proof.Png), "证.png", default));

        Assert.Null(await world.Visitor.RunAsync<AttachmentReader, OpenedAttachment?>(reader => reader.OpenAsync(file.Value!.Id, default)));
    }
}
