using HnCe.Domain.Access;
using HnCe.Domain.Credits;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Accounts;

/// <summary>What people keep of themselves.</summary>
public sealed class ProfileTests(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, OnBothDatabases, Trait("Spec", "IND-06"), Trait("Spec", "IND-14"), Trait("Spec", "S-IND-02")]
    public async Task Profile_Saved_IsThereInFullForItsOwnerAndMaskedForTheClerk(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var department = await world.ReadAsync(db => db.Departments.Where(d => d.EmployerId == world.School.Id).MaxAsync(d => d.Id));

        (await teacher.UpdateProfileAsync(Do.Profile(teacher.Person!,
            ("mobile", "13700001111"), ("mail", "new@hnce.example"), ("address", "郑州市金水区文化路 1 号"), ("landline", "0371-65900000"), ("photo", teacher.File),
            ("department", GlobalId.Encode("Department", department)),
            ("data", new
            {
                titleLevel = "intermediate", titleCertificateNo = "豫 0001", appointedTitle = "讲师", appointedOn = "2020-01-02", practisingQualification = "教师资格",
                qualifiedOn = "2010-03-04", postalCode = "450000", politicalStatus = (string?)null,
            })))).Succeeded();

        var own = await teacher.MustAsync("""
            { viewer { mobile mail idNumber profile { address landline postalCode titleCertificateNo appointedTitle appointedOn practisingQualification qualifiedOn
              photo { name } department { id } employer { name } } } }
            """);
        var seen = await world.As(world.School).MustAsync("query ($id: ID!) { node(id: $id) { ... on Professional { mobile } } }", new { id = teacher.ProfessionalId });

        Assert.Equal(("13700001111", "new@hnce.example"), (own.String("viewer.mobile"), own.String("viewer.mail")));
        Assert.Equal("郑州市金水区文化路 1 号", own.String("viewer.profile.address"));
        Assert.Equal("0371-65900000", own.String("viewer.profile.landline"));
        Assert.Equal(["450000", "豫 0001", "讲师", "2020-01-02", "教师资格", "2010-03-04"], ((string[])["postalCode", "titleCertificateNo", "appointedTitle", "appointedOn", "practisingQualification", "qualifiedOn"]).Select(field => own.String($"viewer.profile.{field}")));
        Assert.Equal("证明材料.png", own.String("viewer.profile.photo.name"));
        Assert.Equal(GlobalId.Encode("Department", department), own.String("viewer.profile.department.id"));
        Assert.DoesNotContain(teacher.Person!.IdNumber, own.Text, StringComparison.Ordinal);
        Assert.Equal("137****1111", seen.String("node.mobile"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "IND-14")]
    public async Task Employer_NameAndIdNumber_CannotBeSentAtAll(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);

        foreach (var (name, value) in new (string, object)[] { ("employer", GlobalId.Encode("Employer", world.Clinic.Id)), ("name", "李四"), ("idNumber", world.Stranger().IdNumber), ("sex", "MALE") })
        {
            Assert.NotEmpty((await teacher.UpdateProfileAsync(Do.Profile(teacher.Person!, (name, value)))).Errors);
        }

        var stored = await world.ReadAsync(db => db.Professionals.SingleAsync(p => p.Id == teacher.Caller.ProfessionalId));
        Assert.Equal((teacher.Person!.Name, world.School.Id, teacher.Caller.PersonHash), (stored.Name, stored.EmployerId, stored.PersonHash));
    }

    [Theory, OnBothDatabases, Trait("Spec", "IND-06"), Trait("Spec", "PIC-03")]
    public async Task Answers_ThatAreWrong_AreAllNamed(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var foreign = await world.ReadAsync(db => db.Departments.Where(d => d.EmployerId == world.Clinic.Id).MinAsync(d => d.Id));

        var reply = await teacher.UpdateProfileAsync(Do.Profile(teacher.Person!,
            ("mobile", "1"), ("mail", "x"), ("landline", "call me"), ("address", new string('路', 201)), ("department", GlobalId.Encode("Department", foreign)),
            ("photo", world.As(world.School).File), ("data", new { titleLevel = "", postalCode = "45000", appointedOn = "2099-01-01", titleCertificateNo = new string('号', 101) })));

        Assert.Equal(
            ["input.address", "input.data.appointedOn", "input.data.postalCode", "input.data.titleCertificateNo", "input.data.titleLevel", "input.department", "input.landline", "input.mail", "input.mobile", "input.photo"],
            reply.Paths.Order(StringComparer.Ordinal));
    }

    [Theory, OnBothDatabases, Trait("Spec", "IND-06")]
    public async Task Photo_ThatIsNoPicture_IsRefused(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var pdf = await world.Program.WriteAsync(async (work, write) =>
        {
            var file = new Domain.Files.Attachment(Proof.Hash, 1, Domain.Files.FileType.Pdf, "照片.pdf", teacher.Caller.AccountId, write.At);
            work.Db.Add(file);
            await work.Db.SaveChangesAsync();
            return file.Id;
        });

        Assert.Equal(["FILE_TYPE_NOT_ALLOWED"], (await teacher.UpdateProfileAsync(Do.Profile(teacher.Person!, ("photo", GlobalId.Encode("Attachment", pdf))))).Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "IND-15"), Trait("Spec", "REQ-02")]
    public async Task TitleLevel_Changed_CountsFromThisYearOn(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await SetHoursAsync(world);
        var teacher = await world.ProfessionalAsync(world.School);
        await world.DeclarationAsync(teacher, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        await world.DeclarationAsync(teacher, DeclarationStatus.Passed, SubjectCategory.Professional, 60);
        var before = await teacher.OwnYearAsync(world.Year);

        var reply = await teacher.UpdateProfileAsync(Do.Profile(teacher.Person!, ("data", new { titleLevel = "senior_associate" })));
        var after = await teacher.OwnYearAsync(world.Year);

        Assert.Equal(world.Year, reply.Succeeded().Number("updateProfile.titleLevelFrom"));
        Assert.True(before["yearCompletions.nodes.0.completed"].GetBoolean());
        Assert.Equal((31m, 72m), (after.Number("yearCompletions.nodes.0.requiredPublic"), after.Number("yearCompletions.nodes.0.requiredProfessional")));
        Assert.False(after["yearCompletions.nodes.0.completed"].GetBoolean());
        Assert.Equal("senior_associate", await LevelAsync(world, teacher, world.Year));
    }

    [Theory, OnBothDatabases, Trait("Spec", "IND-15")]
    public async Task TitleLevel_ChangedAfterTheCertificate_CountsFromTheNextYear(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await SetHoursAsync(world);
        var teacher = await world.ProfessionalAsync(world.School);
        await world.DeclarationAsync(teacher, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        await world.DeclarationAsync(teacher, DeclarationStatus.Passed, SubjectCategory.Professional, 60);
        (await world.As(world.School).IssueAsync((await teacher.OwnYearAsync(world.Year)).String("yearCompletions.nodes.0.id")!)).Succeeded();

        var reply = await teacher.UpdateProfileAsync(Do.Profile(teacher.Person!, ("data", new { titleLevel = "senior_associate" })));
        var year = await teacher.OwnYearAsync(world.Year);

        Assert.Equal(world.Year + 1, reply.Succeeded().Number("updateProfile.titleLevelFrom"));
        Assert.True(year["yearCompletions.nodes.0.completed"].GetBoolean());
        Assert.Equal(60m, year.Number("yearCompletions.nodes.0.requiredProfessional"));
        Assert.Equal("intermediate", await LevelAsync(world, teacher, world.Year));
        Assert.Equal("senior_associate", await LevelAsync(world, teacher, world.Year + 1));
    }

    [Theory, OnBothDatabases, Trait("Spec", "IND-15"), Trait("Spec", "REQ-02")]
    public async Task PastYear_OpenedLater_HasTheLevelOfItsLastDay(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await SetHoursAsync(world);
        var teacher = await world.ProfessionalAsync(world.School);
        world.Clock.Advance(TimeSpan.FromDays(366));
        (await teacher.UpdateProfileAsync(Do.Profile(teacher.Person!, ("data", new { titleLevel = "senior_associate" })))).Succeeded();
        (await teacher.UpdateProfileAsync(Do.Profile(teacher.Person!, ("data", new { titleLevel = "senior_full" })))).Succeeded();

        var levels = new[] { await LevelAsync(world, teacher, world.Year - 1), await LevelAsync(world, teacher, world.Year), await LevelAsync(world, teacher, world.Year - 9) };
        await world.DeclarationAsync(teacher, DeclarationStatus.PendingEmployer, year: world.Year - 1);

        Assert.Equal(["intermediate", "senior_full", "intermediate"], levels);
        Assert.Equal(60m, (await teacher.OwnYearAsync(world.Year - 1)).Number("yearCompletions.nodes.0.requiredProfessional"));
        Assert.Equal(2, await world.ReadAsync(db => db.TitleLevelPeriods.CountAsync(p => p.ProfessionalId == teacher.Caller.ProfessionalId)));
    }

    [Theory, OnBothDatabases, Trait("Spec", "IND-15")]
    public async Task TitleLevel_Kept_ChangesNoHistory(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);

        var reply = await teacher.UpdateProfileAsync(Do.Profile(teacher.Person!));

        Assert.Equal(System.Text.Json.JsonValueKind.Null, reply.Succeeded()["updateProfile.titleLevelFrom"].ValueKind);
        Assert.Equal(0, await world.ReadAsync(db => db.TitleLevelPeriods.CountAsync(p => p.ProfessionalId == teacher.Caller.ProfessionalId)));
    }

    [Theory, OnBothDatabases, Trait("Spec", "EMP-10"), Trait("Spec", "INS-06"), Trait("Spec", "S-ACC-01/02")]
    public async Task Administrators_KeepMobileAndMailAndHaveNoProfile(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        foreach (var clerk in Enum.GetValues<UserType>().Where(role => role is not UserType.Individual).Select(world.As))
        {
            (await clerk.UpdateOwnAccountAsync("13700002222", $"{clerk.Caller.Role}@hnce.example")).Succeeded();
            var wrong = await clerk.UpdateOwnAccountAsync("137", "x");
            var profile = await clerk.UpdateProfileAsync(Do.Profile(clerk.Person!));
            var own = await clerk.MustAsync("{ viewer { mobile mail profile { titleLevel } } }");

            Assert.Equal(("13700002222", $"{clerk.Caller.Role}@hnce.example"), (own.String("viewer.mobile"), own.String("viewer.mail")));
            Assert.Equal(System.Text.Json.JsonValueKind.Null, own["viewer.profile"].ValueKind);
            Assert.Equal(["input.mobile", "input.mail"], wrong.Paths);
            Assert.Equal(["NOT_FOUND"], profile.Refusals);
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "IND-14")]
    public async Task Visitor_HasNoAccountToKeep(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);

        Assert.Equal(["UNAUTHENTICATED"], (await world.Visitor.UpdateOwnAccountAsync("13700002222", "x@hnce.example")).Errors);
        Assert.Equal(["UNAUTHENTICATED"], (await world.Visitor.ChangePasswordAsync("a", "b")).Errors);
    }

    [Theory, OnBothDatabases, Trait("Spec", "IND-06"), Trait("Spec", "SEC-E1")]
    public async Task Registration_TakesAddressAndLandlineAndTheClerkSeesThemMasked(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var person = world.Stranger();

        (await world.Visitor.RegisterAsync(Do.Registration(world, person, ("address", "洛阳市洛龙区开元大道 9 号"), ("landline", "0379-63900000"), ("data", new { titleLevel = "junior_assistant", postalCode = "471000" })))).Succeeded();
        var seen = await world.As(world.School).MustAsync($"{{ registrations(name: \"{person.Name}\", status: PENDING) {{ nodes {{ personalData {{ address landline postalCode }} }} }} }}");
        var wrong = await world.Visitor.RegisterAsync(Do.Registration(world, world.Stranger(), ("landline", "0379"), ("data", new { titleLevel = "junior_assistant", postalCode = "4710" })));

        Assert.Equal("洛阳市洛龙区********", seen.String("registrations.nodes.0.personalData.address"));
        Assert.Equal("037******0000", seen.String("registrations.nodes.0.personalData.landline"));
        Assert.Equal("471000", seen.String("registrations.nodes.0.personalData.postalCode"));
        Assert.Equal(["INVALID_LANDLINE", "INVALID_POSTAL_CODE"], wrong.Refusals.Order());
    }

    // The levels differ, so that a change shows.
    private static Task<int> SetHoursAsync(World world) => world.Program.WriteAsync(async (work, _) =>
    {
        foreach (var (level, open, professional) in new[] { ("intermediate", 30, 60), ("senior_associate", 31, 72), ("senior_full", 32, 84) })
        {
            foreach (var year in new[] { world.Year, world.Year + 1 })
            {
                if (await work.Db.RequiredHours.SingleOrDefaultAsync(r => r.TitleLevel == level && r.Year == year) is { } row)
                {
                    row.Set(open, professional);
                }
                else
                {
                    work.Db.RequiredHours.Add(new(year, level, open, professional));
                }
            }
        }

        return 1;
    });

    private static Task<string> LevelAsync(World world, Actor teacher, int year) =>
        world.ReadAsync(async db => await OpenYear.LevelOfAsync(db, await db.Professionals.SingleAsync(p => p.Id == teacher.Caller.ProfessionalId), year, default));
}
