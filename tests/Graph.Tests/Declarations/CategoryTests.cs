using HnCe.Domain.Declarations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Declarations;

/// <summary>改科目类型 before forwarding.</summary>
public sealed class CategoryTests
{
    private const string Change =
        "mutation ($id: ID!, $category: SubjectCategory!) { changeDeclarationCategory(input: { id: $id, category: $category }) { userErrors { code message path } } }";

    [Fact]
    [Trait("Spec", "DEC-06")]
    public async Task Change_InEveryState_FollowsTheTable()
    {
        await using var world = await World.CreateAsync();
        foreach (var status in Enum.GetValues<DeclarationStatus>().Where(status => status is not DeclarationStatus.Draft))
        {
            var id = World.IdOf(await world.DeclarationAsync(await world.ProfessionalAsync(world.School), status));

            var reply = await world.As(world.School).AskAsync(Change, new { id, category = SubjectCategory.Public });

            Assert.Equal(((DeclarationStatus?)status).Allows(DeclarationEvent.ChangeCategory) ? [] : ["NOT_EDITABLE"], reply.Refusals);
        }

        var changed = await world.ReadAsync(db => db.Declarations.Where(d => d.Category == SubjectCategory.Public).Select(d => d.Status).Order().ToListAsync());
        Assert.Equal([DeclarationStatus.PendingEmployer, DeclarationStatus.ToForward], changed);
        Assert.Equal(2, await world.ReadAsync(db => db.TimelineEntries.CountAsync(e => e.Event == DeclarationEvent.ChangeCategory)));
    }

    [Fact]
    [Trait("Spec", "DEC-06")]
    [Trait("Spec", "GEN-07")]
    public async Task Change_ByAnotherEmployer_IsNotFound()
    {
        await using var world = await World.CreateAsync();
        var id = World.IdOf(await world.DeclarationAsync(await world.ProfessionalAsync(world.School)));

        Assert.Equal(["NOT_FOUND"], (await world.As(world.Hospital).AskAsync(Change, new { id, category = SubjectCategory.Public })).Refusals);
    }
}
