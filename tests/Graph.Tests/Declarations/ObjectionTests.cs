using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Declarations;

/// <summary>提出异议, 答复异议, 撤销登记: what happens to what the employer registered in somebody's name.</summary>
public sealed class ObjectionTests(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, OnBothDatabases, Trait("Spec", "DEC-09"), Trait("Spec", "EMP-19")]
    public async Task Objected_IsNotForwardedUntilTheEmployerAnswers_AndTheReviewerSeesBoth(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (teacher, colleague) = (await world.ProfessionalAsync(world.School), await world.ProfessionalAsync(world.School));
        var clerk = world.As(world.School);
        var (id, other) = (World.IdOf(await world.DeclarationAsync(teacher, DeclarationStatus.ToForward)), World.IdOf(await world.DeclarationAsync(colleague, DeclarationStatus.ToForward)));

        (await teacher.ObjectAsync(id, " 我没有参加这次活动 ")).Succeeded();
        var forwarded = (await clerk.ForwardAsync([id, other])).Succeeded();
        var seen = await clerk.MustAsync("query ($id: ID!) { declaration(id: $id) { objection canForward canAnswerObjection canCancelRegistered timeline { event reason } } }", new { id });
        var inbox = await clerk.MustAsync("{ inbox { nodes { kind declarationId } } }");
        (await clerk.AnswerObjectionAsync(id, "有签到表")).Succeeded();
        (await clerk.ForwardAsync([id])).Succeeded();

        Assert.Equal(1, forwarded.Number("forwardDeclarations.succeeded"));
        Assert.Equal("OBJECTED", forwarded.RefusedItems[id]);
        Assert.Equal(("我没有参加这次活动", false, true, true), (seen.String("declaration.objection"), seen["declaration.canForward"].GetBoolean(),
            seen["declaration.canAnswerObjection"].GetBoolean(), seen["declaration.canCancelRegistered"].GetBoolean()));
        Assert.Equal(("OBJECT", "我没有参加这次活动"), (seen.String("declaration.timeline.1.event"), seen.String("declaration.timeline.1.reason")));
        Assert.Equal((id, "DECLARATION_OBJECTED"), (inbox.String("inbox.nodes.0.declarationId"), inbox.String("inbox.nodes.0.kind")));
        Assert.Equal("OBJECTION_ANSWERED", (await teacher.MustAsync("{ inbox { nodes { kind } } }")).String("inbox.nodes.0.kind"));
        var reviewed = await world.As(world.Zhengzhou).MustAsync("query ($id: ID!) { declaration(id: $id) { status objection objectionAnswer } }", new { id });
        Assert.Equal(("UNDER_REVIEW", "我没有参加这次活动", "有签到表"),
            (reviewed.String("declaration.status"), reviewed.String("declaration.objection"), reviewed.String("declaration.objectionAnswer")));
    }

    [Theory, OnBothDatabases, Trait("Spec", "DEC-09"), Trait("Spec", "DEC-08")]
    public async Task Registered_Cancelled_IsGoneAndThePersonMayDeclareItHimself(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var clerk = world.As(world.School);
        var id = (await clerk.OnBehalfAsync(teacher.ProfessionalId, world.FormInput(clerk, title: "登记有误"))).Succeeded().String("registerDeclarationOnBehalf.declarationId")!;
        var twice = await teacher.DeclareAsync(world.FormInput(teacher, title: "登记有误"));

        (await clerk.CancelAsync(id, "年度填错")).Succeeded();
        var again = await teacher.DeclareAsync(world.FormInput(teacher, title: "登记有误"));

        Assert.Equal(["DUPLICATE_DECLARATION"], twice.Refusals);
        Assert.Equal("WITHDRAWN", await teacher.StatusAsync(id));
        Assert.Empty(again.Refusals);
        var inbox = await teacher.MustAsync("{ inbox { nodes { kind declarationId } } }");
        Assert.Equal((id, "REGISTERED_CANCELLED"), (inbox.String("inbox.nodes.0.declarationId"), inbox.String("inbox.nodes.0.kind")));
        Assert.Equal(["NOT_CANCELLABLE"], (await clerk.CancelAsync(id, "再撤一次")).Refusals);
    }

    [Fact, Trait("Spec", "DEC-09")]
    public async Task Objecting_InEveryState_FollowsTheTable()
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);
        foreach (var status in Enum.GetValues<DeclarationStatus>())
        {
            var teacher = await world.ProfessionalAsync(world.School);
            var id = World.IdOf(await world.DeclarationAsync(teacher, status));
            var allowed = ((DeclarationStatus?)status).Allows(DeclarationEvent.Object);

            Assert.Equal(status is DeclarationStatus.ToForward, allowed);
            Assert.Equal(allowed ? [] : ["NOT_OBJECTABLE"], (await teacher.ObjectAsync(id, "不属实")).Refusals);
            if (status is not DeclarationStatus.Draft)
            {
                Assert.Equal(allowed ? [] : ["NOT_CANCELLABLE"], (await world.As(world.School).CancelAsync(id, "登记有误")).Refusals);
            }
        }
    }

    [Fact, Trait("Spec", "DEC-09")]
    public async Task Objecting_WithoutWordsTwiceOrForAnother_IsRefused()
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);
        var (teacher, stranger) = (await world.ProfessionalAsync(world.School), await world.ProfessionalAsync(world.School));
        var id = World.IdOf(await world.DeclarationAsync(teacher, DeclarationStatus.ToForward));
        var clerk = world.As(world.School);

        var empty = await teacher.ObjectAsync(id, "  ");
        Assert.Equal(["REASON_REQUIRED"], empty.Refusals);
        Assert.Equal(["input.note"], empty.Paths);
        Assert.Equal(["TOO_LONG"], (await teacher.ObjectAsync(id, new string('字', 501))).Refusals);
        Assert.Equal(["NOT_FOUND"], (await stranger.ObjectAsync(id, "不属实")).Refusals);
        Assert.NotEmpty((await clerk.ObjectAsync(id, "不属实")).Errors);
        Assert.Equal(["NOT_OBJECTED"], (await clerk.AnswerObjectionAsync(id, "属实")).Refusals);
        (await teacher.ObjectAsync(id, new string('字', 500))).Succeeded();
        Assert.Equal(["NOT_OBJECTABLE"], (await teacher.ObjectAsync(id, "不属实")).Refusals);
        Assert.Equal(["REASON_REQUIRED"], (await clerk.AnswerObjectionAsync(id, "")).Refusals);
        Assert.Equal(["NOT_FOUND"], (await world.As(world.Hospital).AnswerObjectionAsync(id, "属实")).Refusals);
        Assert.Equal(["NOT_FOUND"], (await world.As(world.Hospital).CancelAsync(id, "撤销")).Refusals);
        Assert.NotEmpty((await teacher.CancelAsync(id, "撤销")).Errors);
        Assert.Equal(1, await world.ReadAsync(db => db.TimelineEntries.CountAsync(e => e.Event == DeclarationEvent.Object && e.Reason!.Length == 500)));
    }
}
