using HnCe.Domain.Access;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using HnCe.Domain.Training;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Training;

/// <summary>Training subjects: who keeps which, and what they say.</summary>
public sealed class SubjectTests(Worlds worlds) : IClassFixture<Worlds>
{
    public static TheoryData<UserType> Others => [.. Enum.GetValues<UserType>().Where(role => !role.Grants(Permission.KeepSubjects))];

    [Theory, OnBothDatabases, Trait("Spec", "SUB-01"), Trait("Spec", "PRO-11"), Trait("Spec", "DEP-07")]
    public async Task Subject_Added_HasTheCategoryOfItsKeeper(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);

        foreach (var (keeper, category) in new[] { ((Organization)world.Province, "PUBLIC"), (world.Education, "PROFESSIONAL") })
        {
            var data = world.SubjectData() with { Textbook = " 统编教材 " };
            var id = (await world.As(keeper).AddSubjectAsync(data)).Succeeded().String("addSubject.subjectId")!;
            var shown = await world.As(world.Institution).MustAsync(
                "query ($id: ID!) { node(id: $id) { ... on Subject { name category trainingYear majorName hours recommendation textbook available owner { name } } } }", new { id });

            Assert.Equal((data.Name, category, keeper.Name, "统编教材"), (shown.String("node.name"), shown.String("node.category"), shown.String("node.owner.name"), shown.String("node.textbook")));
            Assert.Equal((40m, "教育学", true), (shown.Number("node.hours"), shown.String("node.majorName"), shown["node.available"].GetBoolean()));
        }
    }

    [Theory, MemberData(nameof(Others)), Trait("Spec", "SUB-01")]
    public async Task KeepingSubjects_RoleWithoutPermission_IsForbidden(UserType role)
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);
        var actor = role is UserType.Individual ? await world.ProfessionalAsync(world.School) : world.As(role);
        var id = World.SubjectIdOf(await world.SubjectAsync());

        Reply[] replies =
        [
            await actor.AddSubjectAsync(world.SubjectData()), await actor.ChangeSubjectAsync(id, world.SubjectData()),
            await actor.RetireSubjectAsync(id), await actor.ReactivateSubjectAsync(id),
        ];

        Assert.All(replies, reply => Assert.Equal(["FORBIDDEN"], reply.Errors));
    }

    [Theory, OnBothDatabases, Trait("Spec", "DEP-08")]
    public async Task Subject_OfAnotherDepartment_IsSeenButNotFoundForWriting(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var name = world.SubjectData().Name;
        var id = World.SubjectIdOf(await world.SubjectAsync(name: name));
        var other = world.As(world.Health);

        var seen = await other.MustAsync("query ($name: String) { subjects(filter: { name: $name, own: false }) { nodes { id } } }", new { name });
        var own = await other.MustAsync("query ($name: String) { subjects(filter: { name: $name, own: true }) { nodes { id } } }", new { name });

        Assert.Equal([id], seen.Each("subjects.nodes", "id"));
        Assert.Empty(own.Each("subjects.nodes", "id"));
        Assert.Equal(["NOT_FOUND"], (await other.ChangeSubjectAsync(id, world.SubjectData())).Refusals);
        Assert.Equal(["NOT_FOUND"], (await other.RetireSubjectAsync(id)).Refusals);
        Assert.Equal(["NOT_FOUND"], (await other.ReactivateSubjectAsync(id)).Refusals);
        Assert.Equal(["NOT_FOUND"], (await world.As(world.Province).RetireSubjectAsync(id)).Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "SUB-02")]
    public async Task Subject_WithWrongAnswers_IsRefusedAtTheField(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (good, keeper) = (world.SubjectData(), world.As(world.Education));
        (SubjectData Data, string Code, string Path)[] cases =
        [
            (good with { Name = " " }, "REQUIRED", "name"),
            (good with { Name = new('字', 101) }, "TOO_LONG", "name"),
            (good with { Name = "响\u0007铃" }, "INVALID_TEXT", "name"),
            (good with { TrainingYear = world.Year + 2 }, "OUT_OF_RANGE", "trainingYear"),
            (good with { TrainingYear = world.Year - 2 }, "OUT_OF_RANGE", "trainingYear"),
            (good with { Major = null }, "REQUIRED", "major"),
            (good with { Major = "99" }, "NOT_AN_OPTION", "major"),
            (good with { Hours = 0 }, "HOURS_OUT_OF_RANGE", "hours"),
            (good with { Hours = 200.5m }, "HOURS_OUT_OF_RANGE", "hours"),
            (good with { Hours = 1.3m }, "HOURS_NOT_IN_HALF_STEPS", "hours"),
            (good with { Recommendation = new('字', 2001) }, "TOO_LONG", "recommendation"),
            (good with { Textbook = new('字', 101) }, "TOO_LONG", "textbook"),
        ];

        foreach (var (data, code, path) in cases)
        {
            var reply = await keeper.AddSubjectAsync(data);
            Assert.Equal([code, $"input.{path}"], reply.Refusals.Concat(reply.Paths));
        }

        (await world.As(world.Province).AddSubjectAsync(good with { Major = null })).Succeeded();
    }

    [Theory, OnBothDatabases, Trait("Spec", "SUB-03")]
    public async Task Name_TakenInTheYearByTheSameKeeper_IsRefused(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var keeper = world.As(world.Education);
        var data = world.SubjectData() with { Name = "ＡＩ 应用" };
        var id = (await keeper.AddSubjectAsync(data)).Succeeded().String("addSubject.subjectId")!;
        (await keeper.RetireSubjectAsync(id)).Succeeded();

        var again = await keeper.AddSubjectAsync(data with { Name = "ai应用" });
        var other = (await keeper.AddSubjectAsync(world.SubjectData())).String("addSubject.subjectId")!;

        Assert.Equal(["DUPLICATE_SUBJECT", "input.name"], again.Refusals.Concat(again.Paths));
        Assert.Equal(["DUPLICATE_SUBJECT"], (await keeper.ChangeSubjectAsync(other, data)).Refusals);
        (await keeper.ChangeSubjectAsync(id, data with { Hours = 12 })).Succeeded();
        (await keeper.AddSubjectAsync(data with { TrainingYear = world.Year + 1 })).Succeeded();
        (await world.As(world.Health).AddSubjectAsync(data)).Succeeded();
    }

    [Theory, OnBothDatabases, Trait("Spec", "SUB-03")]
    public async Task Name_AddedTenTimesAtOnce_ExistsOnce(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var data = world.SubjectData();

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => world.As(world.Education).AddSubjectAsync(data))));

        Assert.Single(replies, reply => reply.Refusals.Count == 0);
        Assert.All(replies.SelectMany(reply => reply.Refusals), code => Assert.Contains(code, new[] { "DUPLICATE_SUBJECT", "CONFLICT" }));
        Assert.Equal(1, await world.ReadAsync(db => db.Subjects.CountAsync(s => s.Data.Name == data.Name)));
    }

    [Theory, OnBothDatabases, Trait("Spec", "SUB-03"), Trait("Spec", "DEP-07"), Trait("Spec", "PRO-11")]
    public async Task Filters_OfTheList_AllNarrow(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var keeper = world.As(world.Education);
        var wanted = World.SubjectIdOf(await world.SubjectAsync(name: "课堂教学评价"));
        var retired = World.SubjectIdOf(await world.SubjectAsync(name: "课件制作"));
        await world.SubjectAsync(year: world.Year + 1, name: "来年课堂");
        await world.SubjectAsync(SubjectCategory.Public);
        (await keeper.RetireSubjectAsync(retired)).Succeeded();

        async Task<IReadOnlyList<string>> FindAsync(object filter) =>
            (await keeper.MustAsync("query ($filter: SubjectFilterInput) { subjects(filter: $filter) { nodes { id } } }", new { filter })).Each("subjects.nodes", "id");

        Assert.Equal([wanted], await FindAsync(new { name = "课堂", trainingYear = world.Year }));
        Assert.Equal([wanted], await FindAsync(new { major = "040101", available = true, trainingYear = world.Year }));
        Assert.Equal([retired], await FindAsync(new { available = false }));
        Assert.Equal(3, (await FindAsync(new { category = "PROFESSIONAL" })).Count);
        Assert.Equal(4, (await FindAsync(new { })).Count);
        Assert.Empty(await FindAsync(new { major = "0101" }));
        (await keeper.ReactivateSubjectAsync(retired)).Succeeded();
        Assert.Empty(await FindAsync(new { available = false }));
    }

    [Theory, OnBothDatabases, Trait("Spec", "GEN-10")]
    public async Task Change_OfASubject_LeavesAnAuditLine(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var id = await world.SubjectAsync();

        (await world.As(world.Education).RetireSubjectAsync(World.SubjectIdOf(id))).Succeeded();

        Assert.Equal([nameof(AddSubject), nameof(RetireSubject)],
            await world.ReadAsync(db => db.AuditEntries.Where(e => e.Subject == $"Subject:{id}").OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync()));
    }
}
