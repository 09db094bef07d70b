using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Declarations;
using HnCe.Domain.Files;
using HnCe.Graph.Server;
using HnCe.Graph.Tests.Organizations;
using HnCe.Graph.Tests.Declarations;
using HnCe.Graph.Tests.Training;
using HnCe.Pages.Files;
using HnCe.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Graph.Tests.Access;

/// <summary>How each refusal comes about: one way for each code.</summary>
internal static class Provoked
{
    /// <summary>The ways, by code; each answers with the codes that came back.</summary>
    public static readonly IReadOnlyDictionary<RefusalCode, Func<World, Task<IReadOnlyList<string>>>> Ways = new Dictionary<RefusalCode, Func<World, Task<IReadOnlyList<string>>>>
    {
        [RefusalCode.NotFound] = async world => (await (await world.ProfessionalAsync(world.School)).WithdrawAsync(World.IdOf(999_999))).Refusals,
        [RefusalCode.InvalidIdNumber] = world => RegisterAsync(world, ("idNumber", "419900197501010011")),
        [RefusalCode.WeakPassword] = world => RegisterAsync(world, ("password", "12345678")),
        [RefusalCode.InvalidMobile] = world => RegisterAsync(world, ("mobile", "0371-65900000")),
        [RefusalCode.InvalidMail] = world => RegisterAsync(world, ("mail", "王芳@")),
        [RefusalCode.InvalidRedirect] = async world => (await world.SystemAdmin.AskAsync(
            "mutation { registerClient(input: { name: \"助手\", kind: APP, scopes: [ACCOUNT], redirects: [\"http://app.example.cn/\"] }) { userErrors { code message path } } }")).Refusals,
        [RefusalCode.ConsentRequired] = world => RegisterAsync(world, ("consent", false)),
        [RefusalCode.AlreadyRegistered] = async world => (await world.Visitor.RegisterAsync(Do.Registration(world, (await world.ProfessionalAsync(world.School)).Person!))).Refusals,
        [RefusalCode.InvalidOrganizationCode] = world => ApplyAsync(world, ("organization.code", "WN0000000")),
        [RefusalCode.InvalidCreditCode] = world => ApplyAsync(world, ("organization.creditCode", "91410000000000000X")),
        [RefusalCode.InvalidPhone] = world => ApplyAsync(world, ("organization.phone", "问传达室")),
        [RefusalCode.CodeTaken] = world => ApplyAsync(world, ("organization.code", world.School.OrgCode)),
        [RefusalCode.InvalidIsbn] = world => DetailAsync(world, DeclarationKind.PublishedBook, "isbn", "9787302512760"),
        [RefusalCode.InvalidIssn] = world => DetailAsync(world, DeclarationKind.PublishedPaper, "issn", "1234-5670"),
        [RefusalCode.InvalidPatentNumber] = world => DetailAsync(world, DeclarationKind.Patent, "patentNo", "ZL202310123456.0"),
        [RefusalCode.Required] = world => DetailAsync(world, DeclarationKind.Other, "title", ""),
        [RefusalCode.TooLong] = world => DetailAsync(world, DeclarationKind.Other, "title", new string('字', 151)),
        [RefusalCode.InvalidText] = world => DetailAsync(world, DeclarationKind.Other, "title", "响\u0007铃"),
        [RefusalCode.NotANumber] = world => DetailAsync(world, DeclarationKind.Other, "amount", "两天"),
        [RefusalCode.OutOfRange] = world => DetailAsync(world, DeclarationKind.Other, "amount", "367"),
        [RefusalCode.InvalidDate] = world => DetailAsync(world, DeclarationKind.Other, "startDate", "2026-02-30"),
        [RefusalCode.DateOutOfRange] = world => DetailAsync(world, DeclarationKind.Other, "startDate", "2099-01-01"),
        [RefusalCode.NotAnOption] = world => DetailAsync(world, DeclarationKind.AcademicExchange, "level", "MARS"),
        [RefusalCode.UnknownField] = world => DetailAsync(world, DeclarationKind.Other, "salary", "1"),
        [RefusalCode.HoursNotInHalfSteps] = world => DeclareAsync(world, teacher => world.FormInput(teacher, hours: 1.3m)),
        [RefusalCode.HoursOutOfRange] = world => DeclareAsync(world, teacher => world.FormInput(teacher, hours: 200.5m)),
        [RefusalCode.CreditYearClosed] = world => DeclareAsync(world, _ => new { kind = "OTHER", category = "PUBLIC", creditYear = world.Year - 2 }),
        [RefusalCode.TypeRetired] = world => DeclareAsync(world, _ => new { kind = "OTHER", category = "PUBLIC", creditYear = 1990 }),
        [RefusalCode.RemarkTooLong] = world => DeclareAsync(world, teacher => world.FormInput(teacher, remark: new string('字', 1001))),
        [RefusalCode.FileRequired] = world => DeclareAsync(world, teacher => world.FormInput(teacher, file: GlobalId.Encode("Attachment", 999_999))),
        [RefusalCode.DuplicateDeclaration] = world => TwiceAsync(world),
        [RefusalCode.NotReplaceable] = world => DeclareAsync(world, teacher => world.FormInput(teacher, replaces: World.IdOf(999_999))),
        [RefusalCode.NotEditable] = world => InStateAsync(world, DeclarationStatus.UnderReview, async (teacher, id) => (await teacher.WithdrawAsync(id)).Refusals),
        [RefusalCode.NotReturnable] = world => InStateAsync(world, DeclarationStatus.UnderReview, async (_, id) => (await world.As(world.School).ReturnAsync(id, "重填")).Refusals),
        [RefusalCode.NotObjectable] = world => InStateAsync(world, DeclarationStatus.PendingEmployer, async (teacher, id) => (await teacher.ObjectAsync(id, "不属实")).Refusals),
        [RefusalCode.NotObjected] = world => InStateAsync(world, DeclarationStatus.ToForward, async (_, id) => (await world.As(world.School).AnswerObjectionAsync(id, "属实")).Refusals),
        [RefusalCode.NotCancellable] = world => InStateAsync(world, DeclarationStatus.PendingEmployer, async (_, id) => (await world.As(world.School).CancelAsync(id, "有误")).Refusals),
        [RefusalCode.Objected] = world => InStateAsync(world, DeclarationStatus.ToForward, async (teacher, id) =>
        {
            (await teacher.ObjectAsync(id, "不属实")).Succeeded();
            return [.. (await world.As(world.School).ForwardAsync([id])).RefusedItems.Values];
        }),
        [RefusalCode.InvalidStandard] = async world => (await RevisionTests.AskReviseAsync(world.As(world.Province), RevisionTests.Input(world.Year + 1, (_, rule) => rule["rates"]![0]!["perUnit"] = -1))).Refusals,
        [RefusalCode.StandardInForce] = async world => (await RevisionTests.AskReviseAsync(world.As(world.Province), RevisionTests.Input(world.Year, (_, _) => { }))).Refusals,
        [RefusalCode.ReasonRequired] = world => InStateAsync(world, DeclarationStatus.PendingEmployer, async (_, id) => (await world.As(world.School).ReturnAsync(id, " ")).Refusals),
        [RefusalCode.AlreadyForwarded] = world => InStateAsync(world, DeclarationStatus.Failed, async (_, id) => [.. (await world.As(world.School).ForwardAsync([id])).RefusedItems.Values]),
        [RefusalCode.NotForwardable] = world => InStateAsync(world, DeclarationStatus.Returned, async (_, id) => [.. (await world.As(world.School).ForwardAsync([id])).RefusedItems.Values]),
        [RefusalCode.PublicGoesToBureau] = world => PublicToDepartmentAsync(world),
        [RefusalCode.NoIndustryDepartment] = async world =>
            (await world.As(world.Hospital).ForwardAsync([World.IdOf(await world.DeclarationAsync(await world.ProfessionalAsync(world.Hospital)))], ForwardTarget.IndustryDepartment)).Refusals,
        [RefusalCode.AlreadyReviewed] = world => InStateAsync(world, DeclarationStatus.Passed, async (_, id) => [.. (await world.As(world.Zhengzhou).PassAsync(id)).RefusedItems.Values]),
        [RefusalCode.NotPassed] = world => InStateAsync(world, DeclarationStatus.UnderReview, async (_, id) => [.. (await world.As(world.Zhengzhou).RevokeAsync("伪造", id)).RefusedItems.Values]),
        [RefusalCode.OwnDeclaration] = world => InStateAsync(world, DeclarationStatus.UnderReview, async (teacher, id) =>
            [.. (await (await world.AppointAsync(world.Zhengzhou, teacher.Person)).PassAsync(id)).RefusedItems.Values]),
        [RefusalCode.OwnRegistration] = async world =>
            [.. (await world.As(world.Gongyi).PassRegistrationsAsync((await world.WaitingEmployerAsync(world.Gongyi, person: world.As(world.Gongyi).Person)).Id)).RefusedItems.Values],
        [RefusalCode.ProvinceOnly] = async world => (await world.As(world.Zhengzhou).AllRegistrationsAsync(RegistrationKind.Employer, 0)).Refusals,
        [RefusalCode.InvalidPostalCode] = world => DescribeAsync(world, new { postalCode = "12" }),
        [RefusalCode.InvalidCreditCode] = world => DescribeAsync(world, new { creditCode = "12" }),
        [RefusalCode.DepartmentNameTaken] = async world => (await world.As(world.School).AddDepartmentAsync("业务一部")).Refusals,
        [RefusalCode.DepartmentMisplaced] = async world => (await world.As(world.School).ChangeDepartmentAsync(await DepartmentAsync(world), "业务一部", await DepartmentAsync(world))).Refusals,
        [RefusalCode.DepartmentInUse] = async world => (await world.As(world.School).RetireDepartmentAsync(await DepartmentAsync(world))).Refusals,
        [RefusalCode.HoursForOneOnly] = async world => (await world.As(world.Zhengzhou).ReviewAsync(new { ids = new[] { World.IdOf(1), World.IdOf(2) }, decision = "PASS", recognisedHours = 1 })).Refusals,
        [RefusalCode.NothingSelected] = async world => (await world.As(world.Zhengzhou).PassAsync()).Refusals,
        [RefusalCode.TooManySelected] = async world => (await world.As(world.Zhengzhou).PassAsync(Enumerable.Range(1, 501).Select(i => World.IdOf(i)))).Refusals,
        [RefusalCode.TooManyJobs] = TooManyJobsAsync,
        [RefusalCode.CountChanged] = async world => (await world.As(world.Luolong).PassAllAsync(1)).Refusals,
        [RefusalCode.DuplicateSubject] = async world =>
        {
            var data = world.SubjectData();
            (await world.As(world.Education).AddSubjectAsync(data)).Succeeded();
            return (await world.As(world.Education).AddSubjectAsync(data)).Refusals;
        },
        [RefusalCode.WrongCaptcha] = async world => (await world.Visitor.AskAsync("""{ verifyCertificate(number: "HN1", captchaAnswer: "0000") { userErrors { code message path } } }""")).Refusals,
        [RefusalCode.YearNotCompleted] = async world => await IssueAsync(world, await world.ProfessionalAsync(world.School)),
        [RefusalCode.GlyphMissing] = GlyphMissingAsync,
        [RefusalCode.WrongCredentials] = async world => await EnterAsync(await world.ProfessionalAsync(world.School), "Wrong-2026x"),
        [RefusalCode.PasswordReused] = async world => (await (await world.ProfessionalAsync(world.School)).ChangePasswordAsync(MadeUpPerson.Password, MadeUpPerson.Password)).Refusals,
        [RefusalCode.InvalidLandline] = world => RegisterAsync(world, ("landline", "0371")),
        [RefusalCode.LinkExpired] = async world => (await world.Visitor.AskAsync("""mutation { chooseNewPassword(input: { ticket: "x", key: "x", password: "x" }) { userErrors { code message path } } }""")).Refusals,
        [RefusalCode.InitialPasswordExpired] = InitialPasswordExpiredAsync,
        [RefusalCode.SecondFactorRequired] = async world => await EnterAsync(await WithSecondFactorAsync(world)),
        [RefusalCode.WrongSecondFactor] = async world =>
            [.. (await world.EnterAsync(await WithSecondFactorAsync(world), typed => typed with { SecondFactor = "000000" })).Refusals.Select(refusal => Code(refusal.Code))],
        [RefusalCode.NotYetApproved] = async world => await EnterAsync(await WaitingAsync(world)),
        [RefusalCode.RegistrationRefused] = RegistrationRefusedAsync,
        [RefusalCode.AccountDisabled] = AccountDisabledAsync,
        [RefusalCode.LockedOut] = LockedOutAsync,
        [RefusalCode.OwnAccount] = async world => [.. (await world.As(world.School).DoAsync(AccountAction.Revoke, world.As(world.School))).RefusedItems.Values],
        [RefusalCode.LastAdministrator] = async world => [.. (await world.As(world.Luoyang).DoAsync(AccountAction.Revoke, world.As(world.Health))).RefusedItems.Values],
        [RefusalCode.AccountNotDisabled] = async world => [.. (await world.SystemAdmin.DoAsync(AccountAction.Enable, world.As(world.School))).RefusedItems.Values],
        [RefusalCode.AccountNotActive] = async world =>
        {
            var somebody = await world.AppointAsync(world.School);
            (await world.SystemAdmin.DoAsync(AccountAction.Disable, somebody)).Succeeded();
            return [.. (await world.SystemAdmin.DoAsync(AccountAction.ResetPassword, somebody)).RefusedItems.Values];
        },
        [RefusalCode.FileEmpty] = world => AttachAsync(world, [], "空.png"),
        [RefusalCode.FileTooLarge] = world => AttachAsync(world, new byte[(10 * 1024 * 1024) + 1], "大.png"),
        [RefusalCode.FileTypeNotAllowed] = world => AttachAsync(world, "MZ程序"u8.ToArray(), "程序.exe"),
        [RefusalCode.FileTypeMismatch] = world => AttachAsync(world, "MZ程序"u8.ToArray(), "证书.pdf"),
        [RefusalCode.FileUnsafe] = world => AttachAsync(world, Proof.Png[..50], "坏.png"),
        [RefusalCode.OneFileOnly] = OneFileOnlyAsync,
        [RefusalCode.InvalidOrganizationCode] = async world => (await world.SystemAdmin.AddBureauAsync(KeepBaseData.NewBureau(world, ("code", "ZZ0000011")))).Refusals,
        [RefusalCode.InvalidCreditCode] = async world => (await world.SystemAdmin.AddBureauAsync(KeepBaseData.NewBureau(world, ("code", "91410100MA4600000X")))).Refusals,
        [RefusalCode.AlreadyExists] = async world => (await world.SystemAdmin.AddBureauAsync(KeepBaseData.NewBureau(world, ("name", world.Zhengzhou.Name)))).Refusals,
        [RefusalCode.PendingItems] = async world => (await world.SystemAdmin.RetireAsync(world.Zhengzhou)).Refusals,
        [RefusalCode.PlanNotPassed] = async world => (await world.As(world.Institution).FileClassAsync(World.PlanIdOf(await world.PlanAsync()), world.ClassData())).Refusals,
        [RefusalCode.ClassFrozen] = async world => (await world.As(world.Institution).SubmitScoresAsync(World.ClassIdOf(await world.SubmittedClassAsync([await world.ProfessionalAsync(world.School)])))).Refusals,
        [RefusalCode.ClassHasScores] = async world =>
        {
            var id = await world.ClassAsync();
            await world.ScoreAsync(id, await world.ProfessionalAsync(world.School));
            return [.. (await world.As(world.Institution).DeleteClassesAsync(World.ClassIdOf(id))).RefusedItems.Values];
        },
        [RefusalCode.CapacityExceeded] = async world => (await world.As(world.Institution).FileClassAsync(World.PlanIdOf(await world.PassedPlanAsync(planned: 50)), world.ClassData(61))).Refusals,
        [RefusalCode.ClassNotEnded] = async world => (await world.As(world.Institution).SubmitScoresAsync((await world.As(world.Institution).FileClassAsync(
            World.PlanIdOf(await world.PassedPlanAsync()), world.ClassData() with { EndsOn = new(world.Year, 12, 1) })).String("fileTrainingClass.classId")!)).Refusals,
        [RefusalCode.NoScores] = async world => (await world.As(world.Institution).SubmitScoresAsync(World.ClassIdOf(await world.ClassAsync()))).Refusals,
        [RefusalCode.TraineeUnknown] = async world => (await world.As(world.Institution).EnterScoreAsync(World.ClassIdOf(await world.ClassAsync()), world.Stranger().IdNumber)).Refusals,
        [RefusalCode.TraineeTwice] = async world =>
        {
            var (id, trainee) = (await world.ClassAsync(), await world.ProfessionalAsync(world.School));
            await world.ScoreAsync(id, trainee);
            return (await world.As(world.Institution).EnterScoreAsync(World.ClassIdOf(id), trainee.Person!.IdNumber)).Refusals;
        },
        [RefusalCode.InvalidScore] = async world =>
            (await world.As(world.Institution).EnterScoreAsync(World.ClassIdOf(await world.ClassAsync()), (await world.ProfessionalAsync(world.School)).Person!.IdNumber, 101)).Refusals,
        [RefusalCode.ConfirmationRequired] = async world =>
            (await world.SystemAdmin.SetHoursAsync(new { year = world.Year - 1, titleLevel = "intermediate", publicHours = 30, professionalHours = 60 })).Refusals,
    };

    private static async Task<IReadOnlyList<string>> RegisterAsync(World world, (string, object?) change) =>
        (await world.Visitor.RegisterAsync(Do.Registration(world, world.Stranger(), change))).Refusals;

    private static async Task<IReadOnlyList<string>> ApplyAsync(World world, (string, object?) change) =>
        (await world.Visitor.RegisterEmployerAsync(await Do.ApplicationAsync(world, change))).Refusals;

    private static async Task<IReadOnlyList<string>> DeclareAsync(World world, Func<Actor, object> form)
    {
        var teacher = await world.ProfessionalAsync(world.School);
        return (await teacher.DeclareAsync(form(teacher))).Refusals;
    }

    private static Task<IReadOnlyList<string>> DetailAsync(World world, DeclarationKind kind, string name, string value) =>
        DeclareAsync(world, _ => new { kind, category = SubjectCategory.Professional, creditYear = world.Year, details = new[] { new { name, value } } });

    private static async Task<IReadOnlyList<string>> TwiceAsync(World world)
    {
        var teacher = await world.ProfessionalAsync(world.School);
        var form = world.FormInput(teacher);
        (await teacher.DeclareAsync(form)).Succeeded();
        return (await teacher.DeclareAsync(form)).Refusals;
    }

    private static async Task<IReadOnlyList<string>> InStateAsync(World world, DeclarationStatus status, Func<Actor, string, Task<IReadOnlyList<string>>> then)
    {
        var teacher = await world.ProfessionalAsync(world.School);
        return await then(teacher, World.IdOf(await world.DeclarationAsync(teacher, status)));
    }

    private static async Task<IReadOnlyList<string>> PublicToDepartmentAsync(World world)
    {
        var id = World.IdOf(await world.DeclarationAsync(await world.ProfessionalAsync(world.School), category: SubjectCategory.Public));
        return [.. (await world.As(world.School).ForwardAsync([id], ForwardTarget.IndustryDepartment)).RefusedItems.Values];
    }

    private static async Task<IReadOnlyList<string>> IssueAsync(World world, Actor person)
    {
        var year = await person.OwnYearAsync(world.Year);
        return (await world.As(world.School).IssueAsync(year.String("yearCompletions.nodes.0.id")!)).Refusals;
    }

    private static async Task<IReadOnlyList<string>> TooManyJobsAsync(World world)
    {
        var clerk = world.As(world.Clinic);
        IReadOnlyList<string> refusals = [];
        for (var i = 0; i < 6; i++)
        {
            refusals = (await clerk.AskAsync("mutation ($ids: [ID!]!) { printCertificates(input: { yearCompletions: $ids }) { userErrors { code message path } } }",
                new { ids = Enumerable.Range(1, 51).Select(key => GlobalId.Encode("YearCompletion", key)) })).Refusals;
        }

        return refusals;
    }

    private static async Task<IReadOnlyList<string>> GlyphMissingAsync(World world)
    {
        var person = await world.ProfessionalAsync(world.School, "王\uE005");
        await world.DeclarationAsync(person, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        await world.DeclarationAsync(person, DeclarationStatus.Passed, SubjectCategory.Professional, 60);
        return await IssueAsync(world, person);
    }

    private static async Task<IReadOnlyList<string>> EnterAsync(Actor actor, string password = MadeUpPerson.Password) =>
        [.. (await actor.RunAsync<SignIn, Outcome<SignedInAccount>>(signIn => signIn.RunAsync(actor.Credentials with { Password = password }, default))).Refusals.Select(refusal => Code(refusal.Code))];

    private static async Task<Actor> WaitingAsync(World world)
    {
        var person = world.Stranger();
        await world.RegistrationAsync(world.School, person);
        return new(world, Caller.Visitor with { Role = UserType.Individual, Address = "198.51.100.4" }, person);
    }

    private static async Task<IReadOnlyList<string>> RegistrationRefusedAsync(World world)
    {
        var person = world.Stranger();
        var id = GlobalId.Encode("Registration", await world.RegistrationAsync(world.School, person));
        (await world.As(world.School).ReviewRegistrationsAsync(new { ids = new[] { id }, decision = "FAIL", reason = "查无此人" })).Succeeded();
        return await EnterAsync(new(world, Caller.Visitor with { Role = UserType.Individual }, person));
    }

    private static async Task<IReadOnlyList<string>> DescribeAsync(World world, object data) =>
        (await world.As(world.School).UpdateOrganizationAsync(world.School.Name, data)).Refusals;

    private static async Task<string> DepartmentAsync(World world) =>
        (await world.As(world.School).MustAsync("{ ownDepartments { id } }")).String("ownDepartments.0.id")!;

    private static async Task<Actor> WithSecondFactorAsync(World world)
    {
        var clerk = await world.AppointAsync(world.School);
        await world.TurnSecondFactorOnAsync(clerk);
        return clerk;
    }

    private static async Task<IReadOnlyList<string>> InitialPasswordExpiredAsync(World world)
    {
        var clerk = await world.AppointAsync(world.School);
        await world.GiveInitialPasswordAsync(clerk);
        await world.Program.WriteAsync(async (work, write) => await work.Db.Accounts.Where(a => a.Id == clerk.Caller.AccountId)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.InitialPasswordUntil, write.At)));
        return await EnterAsync(clerk, InitialPassword.Value);
    }

    private static async Task<IReadOnlyList<string>> AccountDisabledAsync(World world)
    {
        var teacher = await world.ProfessionalAsync(world.School);
        await world.Program.WriteAsync(async (work, _) =>
        {
            (await work.Db.Accounts.SingleAsync(a => a.Id == teacher.Caller.AccountId)).Disable("离职");
            return 1;
        });
        return await EnterAsync(teacher);
    }

    private static async Task<IReadOnlyList<string>> LockedOutAsync(World world)
    {
        var teacher = await world.ProfessionalAsync(world.School);
        for (var i = 0; i < 5; i++)
        {
            await EnterAsync(teacher, "Wrong-2026x");
        }

        return await EnterAsync(teacher);
    }

    private static async Task<IReadOnlyList<string>> AttachAsync(World world, byte[] content, string name) =>
        [.. (await world.As(world.School).RunAsync<AttachFile, Outcome<Attachment>>(attach => attach.RunAsync(new MemoryStream(content), name, default))).Refusals.Select(refusal => Code(refusal.Code))];

    private static async Task<IReadOnlyList<string>> OneFileOnlyAsync(World world)
    {
        var files = new FormFileCollection { new FormFile(Stream.Null, 0, 0, "file", "1.png"), new FormFile(Stream.Null, 0, 0, "file", "2.png") };
        return [.. (await world.As(world.School).RunAsync<AttachFile, Outcome<Attachment>>(attach => FileEndpoints.TakeAsync(files, attach, default))).Refusals.Select(refusal => Code(refusal.Code))];
    }

    /// <summary>As the graph writes it.</summary>
    public static string Code(RefusalCode code) => Words(code);

    /// <summary>A value of an enum as the graph writes it.</summary>
    public static string Words(Enum value) => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
