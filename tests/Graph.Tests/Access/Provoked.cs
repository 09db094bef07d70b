using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Declarations;
using HnCe.Domain.Files;
using HnCe.Graph.Server;
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
        [RefusalCode.ConsentRequired] = world => RegisterAsync(world, ("consent", false)),
        [RefusalCode.AlreadyRegistered] = async world => (await world.Visitor.RegisterAsync(Do.Registration(world, (await world.ProfessionalAsync(world.School)).Person!))).Refusals,
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
        [RefusalCode.HoursForOneOnly] = async world => (await world.As(world.Zhengzhou).ReviewAsync(new { ids = new[] { World.IdOf(1), World.IdOf(2) }, decision = "PASS", recognisedHours = 1 })).Refusals,
        [RefusalCode.NothingSelected] = async world => (await world.As(world.Zhengzhou).PassAsync()).Refusals,
        [RefusalCode.TooManySelected] = async world => (await world.As(world.Zhengzhou).PassAsync(Enumerable.Range(1, 501).Select(i => World.IdOf(i)))).Refusals,
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
        [RefusalCode.NotYetApproved] = async world => await EnterAsync(await WaitingAsync(world)),
        [RefusalCode.RegistrationRefused] = RegistrationRefusedAsync,
        [RefusalCode.AccountDisabled] = AccountDisabledAsync,
        [RefusalCode.LockedOut] = LockedOutAsync,
        [RefusalCode.FileEmpty] = world => AttachAsync(world, [], "空.png"),
        [RefusalCode.FileTooLarge] = world => AttachAsync(world, new byte[(10 * 1024 * 1024) + 1], "大.png"),
        [RefusalCode.FileTypeNotAllowed] = world => AttachAsync(world, "MZ程序"u8.ToArray(), "程序.exe"),
        [RefusalCode.FileTypeMismatch] = world => AttachAsync(world, "MZ程序"u8.ToArray(), "证书.pdf"),
        [RefusalCode.FileUnsafe] = world => AttachAsync(world, Proof.Png[..50], "坏.png"),
        [RefusalCode.OneFileOnly] = OneFileOnlyAsync,
    };

    private static async Task<IReadOnlyList<string>> RegisterAsync(World world, (string, object?) change) =>
        (await world.Visitor.RegisterAsync(Do.Registration(world, world.Stranger(), change))).Refusals;

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
    public static string Code(RefusalCode code) => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(code.ToString());
}
