using HnCe.Domain.Accounts;
using HnCe.Domain.Certificates;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Domain.Files;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Graph.Tests.Declarations;

/// <summary>What people do from the registration to the verified certificate, by mutations only.</summary>
public sealed class StoryTests(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, OnBothDatabases, Trait("Spec", "IND-01"), Trait("Spec", "EMP-14"), Trait("Spec", "IND-20"), Trait("Spec", "CER-05")]
    public async Task Professional_FromRegistrationToVerifiedCertificate_HoursCount(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var person = world.Stranger("王春秀");
        (await world.Visitor.RegisterAsync(Do.Registration(world, person))).Succeeded();
        var waiting = await world.As(world.School).MustAsync("{ registrations(status: PENDING) { nodes { id applicantName } } }");
        (await world.As(world.School).ReviewRegistrationsAsync(new { ids = waiting.Each("registrations.nodes", "id"), decision = "PASS" })).Succeeded();
        var teacher = await EnteredAsync(world, person);
        var file = await teacher.RunAsync<AttachFile, long>(async attach => (await attach.RunAsync(new MemoryStream(Proof.Png), "证书.png", default)).Value!.Id);

        string[] ids =
        [
            await DeclaredAsync(teacher with { FileId = file }, SubjectCategory.Public, 30),
            await DeclaredAsync(teacher with { FileId = file }, SubjectCategory.Professional, 60),
        ];
        (await world.As(world.School).ForwardAsync(ids)).Succeeded();
        var before = await teacher.OwnYearAsync(world.Year);
        (await world.As(world.Zhengzhou).PassAsync(ids)).Succeeded();
        var after = await teacher.OwnYearAsync(world.Year);

        Assert.False(before["yearCompletions.nodes.0.completed"].GetBoolean());
        Assert.Equal((30m, 60m), (before.Number("yearCompletions.nodes.0.pending.public"), before.Number("yearCompletions.nodes.0.pending.professional")));
        Assert.Equal((30m, 60m), (after.Number("yearCompletions.nodes.0.publicHours"), after.Number("yearCompletions.nodes.0.professionalHours")));
        Assert.True(after["yearCompletions.nodes.0.completed"].GetBoolean());

        var issued = (await world.As(world.School).IssueAsync(after.String("yearCompletions.nodes.0.id")!)).Succeeded();
        var number = issued.String("issueCertificate.certificate.number")!;
        var code = world.Services.GetRequiredService<CertificateLinks>().VerificationUrl(number).Split("code=")[1];
        var verified = (await world.Visitor.AskAsync(
            "query ($number: String!, $code: String) { verifyCertificate(number: $number, code: $code) { certificate { valid maskedName employer publicHours } userErrors { code message path } } }", new { number, code })).Succeeded();

        Assert.True(verified["verifyCertificate.certificate.valid"].GetBoolean());
        Assert.Equal("王*", verified.String("verifyCertificate.certificate.maskedName"));
        Assert.DoesNotContain(person.IdNumber, verified.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases, Trait("Spec", "IND-25")]
    public async Task Declaration_Withdrawn_CannotBeForwarded(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var id = World.IdOf(await world.DeclarationAsync(teacher));

        (await teacher.WithdrawAsync(id)).Succeeded();
        var forwarded = await world.As(world.School).ForwardAsync([id]);

        Assert.Equal("WITHDRAWN", await teacher.StatusAsync(id));
        Assert.Equal("NOT_FORWARDABLE", forwarded.RefusedItems[id]);
    }

    [Theory, OnBothDatabases, Trait("Spec", "EMP-23")]
    public async Task Declaration_ReturnedAndCorrected_IsForwardedAndTellsItsHistory(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var id = World.IdOf(await world.DeclarationAsync(teacher));

        (await world.As(world.School).ReturnAsync(id, "请补充公章")).Succeeded();
        (await teacher.DeclareAsync(world.FormInput(teacher, hours: 12), id)).Succeeded();
        (await world.As(world.School).ForwardAsync([id])).Succeeded();
        var told = await teacher.MustAsync("query ($id: ID!) { declaration(id: $id) { status claimedHours timeline { event actor reason } } }", new { id });

        Assert.Equal(["DECLARE", "RETURN", "DECLARE", "FORWARD"], told.Each("declaration.timeline", "event"));
        Assert.Equal("请补充公章", told.String("declaration.timeline.1.reason"));
        Assert.Equal(("UNDER_REVIEW", 12m), (told.String("declaration.status"), told.Number("declaration.claimedHours")));
    }

    [Theory, OnBothDatabases, Trait("Spec", "IND-25")]
    public async Task Draft_Unfinished_IsKeptAndSeenByItsOwnerOnly(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);

        var saved = (await teacher.DraftAsync(new { kind = "OTHER", category = "PROFESSIONAL", creditYear = world.Year, details = new[] { new { name = "title", value = "未完成" } } })).Succeeded();
        var id = saved.String("saveDeclarationDraft.declarationId")!;
        var seenByEmployer = await world.As(world.School).MustAsync("query ($id: ID!) { declaration(id: $id) { id } node(id: $id) { id } }", new { id });
        (await teacher.DeclareAsync(world.FormInput(teacher), id)).Succeeded();

        Assert.Equal((System.Text.Json.JsonValueKind.Null, System.Text.Json.JsonValueKind.Null), (seenByEmployer["declaration"].ValueKind, seenByEmployer["node"].ValueKind));
        Assert.Equal("PENDING_EMPLOYER", await teacher.StatusAsync(id));
    }

    [Theory, OnBothDatabases, Trait("Spec", "EMP-19"), Trait("Spec", "DEC-09")]
    public async Task Declaration_RegisteredOnBehalf_WaitsToBeForwardedAndTellsThePerson(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var clerk = world.As(world.School);

        var id = (await clerk.OnBehalfAsync(teacher.ProfessionalId, world.FormInput(clerk))).Succeeded().String("registerDeclarationOnBehalf.declarationId")!;
        var inbox = await teacher.MustAsync("{ inbox { nodes { kind declarationId } } }");

        Assert.Equal("TO_FORWARD", await teacher.StatusAsync(id));
        Assert.Equal((id, "DECLARATION_REGISTERED"), (inbox.String("inbox.nodes.0.declarationId"), inbox.String("inbox.nodes.0.kind")));
        Assert.Equal(1, (await clerk.ForwardAsync([id])).Succeeded().Number("forwardDeclarations.succeeded"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "FWD-07"), Trait("Spec", "DEC-08")]
    public async Task Declaration_AfterFailure_MayBeDeclaredAgainInItsPlace(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var form = world.FormInput(teacher, title: "优质课评比");
        var failed = (await teacher.DeclareAsync(form)).Succeeded().String("declare.declarationId")!;
        (await world.As(world.School).ForwardAsync([failed])).Succeeded();
        var twice = await teacher.DeclareAsync(form);
        (await world.As(world.Zhengzhou).FailAsync("材料不全", failed)).Succeeded();

        var again = (await teacher.DeclareAsync(world.FormInput(teacher, title: "优质课评比", replaces: failed))).Succeeded();

        Assert.Equal(["DUPLICATE_DECLARATION"], twice.Refusals);
        Assert.Equal("PENDING_EMPLOYER", await teacher.StatusAsync(again.String("declare.declarationId")!));
        Assert.Equal("ALREADY_FORWARDED", (await world.As(world.School).ForwardAsync([failed])).RefusedItems[failed]);
    }

    [Theory, OnBothDatabases, Trait("Spec", "DEC-13"), Trait("Spec", "DEC-08")]
    public async Task Declarations_OfOnePersonWithOneScan_AreLinkedForHimAndTheReviewer(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var contest = (await teacher.DeclareAsync(world.FormInput(teacher))).Succeeded().String("declare.declarationId")!;
        var award = (await teacher.DeclareAsync(new
        {
            kind = "AWARD",
            category = "PROFESSIONAL",
            creditYear = world.Year,
            claimedHours = 20,
            file = teacher.File,
            details = new (string Name, string Value)[]
            {
                ("title", "科技进步奖"), ("kind", "SCIENCE_PROGRESS"), ("level", "PROVINCIAL"), ("grade", "FIRST"), ("grantor", "省人民政府"), ("awardedOn", $"{world.Year}-01-20"), ("rank", "1"),
            }.Select(detail => new { name = detail.Name, value = detail.Value }),
        })).Succeeded().String("declare.declarationId")!;
        (await world.As(world.School).ForwardAsync([contest, award])).Succeeded();

        foreach (var reader in new[] { teacher, world.As(world.Zhengzhou) })
        {
            var answer = await reader.MustAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Declaration { similar { id kind } } } }", new { ids = new[] { contest, award } });

            Assert.Equal((award, "AWARD"), (answer.String("nodes.0.similar.0.id"), answer.String("nodes.0.similar.0.kind")));
            Assert.Equal([contest], answer.Each("nodes.1.similar", "id"));
        }
    }

    private static async Task<string> DeclaredAsync(Actor teacher, SubjectCategory category, decimal hours) =>
        (await teacher.DeclareAsync(teacher.World.FormInput(teacher, category, hours))).Succeeded().String("declare.declarationId")!;

    private static async Task<Actor> EnteredAsync(World world, MadeUpPerson person)
    {
        var unknown = new Actor(world, HnCe.Domain.Access.Caller.Visitor with { Role = HnCe.Domain.Access.UserType.Individual }, person);
        var signedIn = await unknown.RunAsync<SignIn, HnCe.Domain.Access.Outcome<SignedInAccount>>(signIn => signIn.RunAsync(unknown.Credentials, default));
        var caller = await world.Services.GetRequiredService<CallerReader>().ReadAsync(signedIn.Value!.AccountId, signedIn.Value.Stamp, "203.0.113.9", default);
        return unknown with { Caller = caller! };
    }
}
