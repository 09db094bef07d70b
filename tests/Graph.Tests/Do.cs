using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using HnCe.Testing;

namespace HnCe.Graph.Tests;

/// <summary>The mutations as pages send them, with everything that they answer.</summary>
internal static class Do
{
    private const string Refusals = "userErrors { code message path }";
    private const string Batch = $"succeeded refused {{ id code message }} {Refusals}";

    public static Task<Reply> DeclareAsync(this Actor actor, object form, string? id = null) =>
        actor.AskAsync($"mutation ($input: DeclareInput!) {{ declare(input: $input) {{ declarationId {Refusals} }} }}", new { input = new { id, form } });

    public static Task<Reply> DraftAsync(this Actor actor, object form, string? id = null) =>
        actor.AskAsync($"mutation ($input: DeclareInput!) {{ saveDeclarationDraft(input: $input) {{ declarationId {Refusals} }} }}", new { input = new { id, form } });

    public static Task<Reply> WithdrawAsync(this Actor actor, string id) =>
        actor.AskAsync($"mutation ($id: ID!) {{ withdrawDeclaration(input: {{ id: $id }}) {{ declarationId {Refusals} }} }}", new { id });

    public static Task<Reply> ReturnAsync(this Actor actor, string id, string reason) =>
        actor.AskAsync($"mutation ($id: ID!, $reason: String!) {{ returnDeclaration(input: {{ id: $id, reason: $reason }}) {{ declarationId {Refusals} }} }}", new { id, reason });

    public static Task<Reply> OnBehalfAsync(this Actor actor, string professional, object form) =>
        actor.AskAsync($"mutation ($input: RegisterDeclarationOnBehalfInput!) {{ registerDeclarationOnBehalf(input: $input) {{ declarationId {Refusals} }} }}", new { input = new { professional, form } });

    public static Task<Reply> ObjectAsync(this Actor actor, string id, string note) =>
        actor.AskAsync($"mutation ($id: ID!, $note: String!) {{ objectToDeclaration(input: {{ id: $id, note: $note }}) {{ declarationId {Refusals} }} }}", new { id, note });

    public static Task<Reply> AnswerObjectionAsync(this Actor actor, string id, string reason) =>
        actor.AskAsync($"mutation ($id: ID!, $reason: String!) {{ answerObjection(input: {{ id: $id, reason: $reason }}) {{ declarationId {Refusals} }} }}", new { id, reason });

    public static Task<Reply> CancelAsync(this Actor actor, string id, string reason) =>
        actor.AskAsync($"mutation ($id: ID!, $reason: String!) {{ cancelRegisteredDeclaration(input: {{ id: $id, reason: $reason }}) {{ declarationId {Refusals} }} }}", new { id, reason });

    public static Task<Reply> ForwardAsync(this Actor actor, IEnumerable<string> ids, ForwardTarget target = ForwardTarget.SameLevelBureau) =>
        actor.AskAsync($"mutation ($ids: [ID!]!, $target: ForwardTarget!) {{ forwardDeclarations(input: {{ ids: $ids, target: $target }}) {{ {Batch} }} }}", new { ids, target });

    public static Task<Reply> PassAsync(this Actor actor, params IEnumerable<string> ids) => actor.ReviewAsync(new { ids, decision = ReviewDecision.Pass });

    public static Task<Reply> FailAsync(this Actor actor, string reason, params IEnumerable<string> ids) => actor.ReviewAsync(new { ids, decision = ReviewDecision.Fail, reason });

    public static Task<Reply> PassAllAsync(this Actor actor, int expected, object? filter = null) =>
        actor.ReviewAsync(new { decision = ReviewDecision.Pass, allWaiting = new { filter = filter ?? new { }, expected } });

    public static Task<Reply> ReviewAsync(this Actor actor, object input) =>
        actor.AskAsync($"mutation ($input: ReviewDeclarationsInput!) {{ reviewDeclarations(input: $input) {{ {Batch} }} }}", new { input });

    public static Task<Reply> RevokeAsync(this Actor actor, string reason, params IEnumerable<string> ids) =>
        actor.AskAsync($"mutation ($ids: [ID!]!, $reason: String!) {{ revokeDeclarations(input: {{ ids: $ids, reason: $reason }}) {{ {Batch} }} }}", new { ids, reason });

    public static Task<Reply> ReviewRegistrationsAsync(this Actor actor, object input) =>
        actor.AskAsync($"mutation ($input: ReviewRegistrationsInput!) {{ reviewRegistrations(input: $input) {{ {Batch} }} }}", new { input });

    public static Task<Reply> PassRegistrationsAsync(this Actor actor, params IEnumerable<string> ids) => actor.ReviewRegistrationsAsync(new { ids, decision = ReviewDecision.Pass });

    public static Task<Reply> FailRegistrationsAsync(this Actor actor, string reason, params IEnumerable<string> ids) =>
        actor.ReviewRegistrationsAsync(new { ids, decision = ReviewDecision.Fail, reason });

    public static Task<Reply> AllRegistrationsAsync(this Actor actor, RegistrationKind kind, int expected, ReviewDecision decision = ReviewDecision.Pass, string? name = null, string? reason = null) =>
        actor.ReviewRegistrationsAsync(new { allWaiting = new { kind, name, expected }, decision, reason });

    /// <summary>What an applicant sends to ask for his registration or to take it back.</summary>
    public static object CredentialsInput(this Actor actor, string password = MadeUpPerson.Password) => new
    {
        userType = actor.Caller.Role,
        organizationCode = actor.OrganizationCode,
        idNumber = actor.Person!.IdNumber,
        password,
        captchaAnswer = HnCeApplication.CaptchaAnswer,
    };

    public static Task<Reply> ProgressAsync(this Actor actor, string password = MadeUpPerson.Password) => actor.AskAsync(
        $"mutation ($input: RegistrationCredentialsInput!) {{ checkRegistration(input: $input) {{ progress {{ kind status organization reviewer submittedAt decidedAt reason }} {Refusals} }} }}",
        new { input = actor.CredentialsInput(password) });

    public static Task<Reply> TakeBackAsync(this Actor actor, string password = MadeUpPerson.Password) => actor.AskAsync(
        $"mutation ($input: RegistrationCredentialsInput!) {{ withdrawRegistration(input: $input) {{ message {Refusals} }} }}", new { input = actor.CredentialsInput(password) });

    /// <summary>The code with which signing in is refused; null when it works.</summary>
    public static async Task<Refusal?> EnterAsync(this Actor actor) =>
        (await actor.RunAsync<SignIn, Outcome<SignedInAccount>>(signIn => signIn.RunAsync(actor.Credentials, default))).Refusals.SingleOrDefault();

    public static Task<Reply> AddDepartmentAsync(this Actor actor, string name, string? parent = null, int order = 0) => actor.AskAsync(
        $"mutation ($input: AddDepartmentInput!) {{ addDepartment(input: $input) {{ departmentId {Refusals} }} }}", new { input = new { name, parent, order } });

    public static Task<Reply> ChangeDepartmentAsync(this Actor actor, string department, string name, string? parent = null, int order = 0) => actor.AskAsync(
        $"mutation ($input: ChangeDepartmentInput!) {{ changeDepartment(input: $input) {{ {Refusals} }} }}", new { input = new { department, name, parent, order } });

    public static Task<Reply> RetireDepartmentAsync(this Actor actor, string department, bool retired = true) => actor.AskAsync(
        $"mutation ($input: RetireDepartmentInput!) {{ retireDepartment(input: $input) {{ {Refusals} }} }}", new { input = new { department, retired } });

    public static Task<Reply> UpdateOrganizationAsync(this Actor actor, string name, object data) => actor.AskAsync(
        $"mutation ($input: UpdateOrganizationInput!) {{ updateOrganization(input: $input) {{ {Refusals} }} }}", new { input = new { name, data } });

    public static Task<Reply> RegisterAsync(this Actor actor, object input) =>
        actor.AskAsync($"mutation ($input: RegisterProfessionalInput!) {{ registerProfessional(input: $input) {{ message {Refusals} }} }}", new { input });

    public static Task<Reply> AddAdministratorAsync(this Actor actor, MadeUpPerson person, params (string Name, string Value)[] changes)
    {
        var input = new Dictionary<string, string> { ["idNumber"] = person.IdNumber, ["name"] = person.Name, ["mobile"] = person.Mobile, ["mail"] = person.Mail };
        foreach (var (name, value) in changes)
        {
            input[name] = value;
        }

        return actor.AskAsync($"mutation ($input: AddAdministratorInput!) {{ addAdministrator(input: $input) {{ accountId {Refusals} }} }}", new { input });
    }

    /// <summary>移除权限, 禁用, 启用 or 初始化密码.</summary>
    public static Task<Reply> DoAsync(this Actor actor, AccountAction action, IEnumerable<string> ids, string? reason = "岗位调整") => action switch
    {
        AccountAction.Revoke => actor.OnAccountsAsync("revokeAdministrators", new { ids, reason }),
        AccountAction.Disable => actor.OnAccountsAsync("disableAccounts", new { ids, reason }),
        AccountAction.Enable => actor.OnAccountsAsync("enableAccounts", new { ids }),
        _ => actor.OnAccountsAsync("resetPasswords", new { ids }),
    };

    public static Task<Reply> DoAsync(this Actor actor, AccountAction action, params Actor[] whom) => actor.DoAsync(action, whom.Select(AccountId));

    /// <summary>Global id of somebody's account.</summary>
    public static string AccountId(this Actor actor) => HnCe.Graph.Server.GlobalId.Encode("Account", actor.Caller.AccountId!.Value);

    private static Task<Reply> OnAccountsAsync(this Actor actor, string mutation, object input) =>
        actor.AskAsync($"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ {Batch} }} }}", new { input });

    public static Task<Reply> RegisterEmployerAsync(this Actor actor, object input) => actor.RegisterAsync("registerEmployer", input);

    public static Task<Reply> RegisterInstitutionAsync(this Actor actor, object input) => actor.RegisterAsync("registerInstitution", input);

    public static Task<Reply> RegisterBureauAdministratorAsync(this Actor actor, object input) => actor.RegisterAsync("registerBureauAdministrator", input);

    public static Task<Reply> RegisterIndustryDepartmentAsync(this Actor actor, object input) => actor.RegisterAsync("registerIndustryDepartment", input);

    private static Task<Reply> RegisterAsync(this Actor actor, string mutation, object input) => actor.AskAsync(
        $"mutation ($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ message {Refusals} }} }}", new { input });

    public static Task<Reply> IssueAsync(this Actor actor, string yearCompletion) =>
        actor.AskAsync($"mutation ($id: ID!) {{ issueCertificate(input: {{ yearCompletion: $id }}) {{ certificate {{ id number valid prints }} {Refusals} }} }}", new { id = yearCompletion });

    public static Task<Reply> ChangePasswordAsync(this Actor actor, string? current, string wanted) =>
        actor.AskAsync($"mutation ($input: ChangePasswordInput!) {{ changePassword(input: $input) {{ sessionStamp {Refusals} }} }}", new { input = new Dictionary<string, string?> { ["current"] = current, ["new"] = wanted } });

    public static Task<Reply> UpdateProfileAsync(this Actor actor, object input) =>
        actor.AskAsync($"mutation ($input: UpdateProfileInput!) {{ updateProfile(input: $input) {{ titleLevelFrom {Refusals} }} }}", new { input });

    public static Task<Reply> UpdateOwnAccountAsync(this Actor actor, string mobile, string mail) =>
        actor.AskAsync($"mutation ($input: UpdateOwnAccountInput!) {{ updateOwnAccount(input: $input) {{ {Refusals} }} }}", new { input = new { mobile, mail } });

    /// <summary>What a professional saves of himself; parts can be changed.</summary>
    public static Dictionary<string, object?> Profile(MadeUpPerson person, params (string Name, object? Value)[] changes)
    {
        var input = new Dictionary<string, object?> { ["mobile"] = person.Mobile, ["mail"] = person.Mail, ["data"] = new { titleLevel = "intermediate" } };
        foreach (var (name, value) in changes)
        {
            input[name] = value;
        }

        return input;
    }

    /// <summary>The year of the person who asks.</summary>
    public static async Task<Reply> OwnYearAsync(this Actor actor, int year) => await actor.MustAsync(
        "query ($year: Int!) { yearCompletions(filter: { year: $year }) { nodes { id publicHours professionalHours requiredPublic requiredProfessional completed pending { public professional } certificate { number valid } } } }", new { year });

    public static async Task<string> StatusAsync(this Actor actor, string id) =>
        (await actor.MustAsync("query ($id: ID!) { declaration(id: $id) { status } }", new { id })).String("declaration.status")!;

    /// <summary>What a visitor fills in; parts can be changed.</summary>
    public static Dictionary<string, object?> Registration(World world, MadeUpPerson person, params (string Name, object? Value)[] changes)
    {
        var input = new Dictionary<string, object?>
        {
            ["idNumber"] = person.IdNumber,
            ["password"] = MadeUpPerson.Password,
            ["mobile"] = person.Mobile,
            ["mail"] = person.Mail,
            ["name"] = person.Name,
            ["employer"] = HnCe.Graph.Server.GlobalId.Encode("Employer", world.School.Id),
            ["data"] = new { titleLevel = "intermediate", titleName = "讲师" },
            ["consent"] = true,
        };
        foreach (var (name, value) in changes)
        {
            input[name] = value;
        }

        return input;
    }

    /// <summary>What an employer or an institution fills in; parts can be changed by path, such as <c>organization.code</c> or <c>applicant.mail</c>.</summary>
    public static async Task<Dictionary<string, object?>> ApplicationAsync(World world, params (string Path, object? Value)[] changes) => Changed(new()
    {
        ["organization"] = new Dictionary<string, object?>
        {
            ["code"] = world.FreshCode(),
            ["scan"] = changes.Any(change => change.Path == "organization.scan") ? "" : await world.ScanAsync(),
            ["name"] = "郑州市测绘院",
            ["regionCode"] = world.Zhengzhou.RegionCode,
            ["supervisor"] = BureauId(world.Zhengzhou),
            ["industryDepartment"] = HnCe.Graph.Server.GlobalId.Encode("IndustryDepartment", world.Education.Id),
            ["address"] = "中原西路1号",
            ["postalCode"] = "450000",
            ["legalRepresentative"] = "张三",
            ["contact"] = "李四",
            ["phone"] = "0371-65900000",
            ["mail"] = "office@hnce.example",
            ["professionalCount"] = 120,
            ["nature"] = "21",
            ["affiliation"] = "40",
            ["level"] = "122",
            ["industry"] = "A01",
            ["institutionLevel"] = "30",
        },
        ["applicant"] = ApplicantOf(world.Stranger()),
    }, changes);

    /// <summary>What a bureau's administrator fills in; parts can be changed by path.</summary>
    public static Dictionary<string, object?> BureauApplication(HrBureau bureau, MadeUpPerson person, params (string Path, object? Value)[] changes) =>
        Changed(new() { ["bureau"] = BureauId(bureau), ["applicant"] = ApplicantOf(person) }, changes);

    /// <summary>What an industry department fills in; parts can be changed by path.</summary>
    public static Dictionary<string, object?> DepartmentApplication(World world, MadeUpPerson person, params (string Path, object? Value)[] changes) => Changed(new()
    {
        ["department"] = new Dictionary<string, object?> { ["bureau"] = BureauId(world.Zhengzhou), ["code"] = world.FreshCode(), ["name"] = "郑州市水利局" },
        ["applicant"] = ApplicantOf(person),
    }, changes);

    public static string BureauId(HrBureau bureau) => HnCe.Graph.Server.GlobalId.Encode("HrBureau", bureau.Id);

    private static Dictionary<string, object?> ApplicantOf(MadeUpPerson person) => new()
    {
        ["idNumber"] = person.IdNumber,
        ["password"] = MadeUpPerson.Password,
        ["mobile"] = person.Mobile,
        ["mail"] = person.Mail,
        ["name"] = person.Name,
        ["consent"] = true,
    };

    private static Dictionary<string, object?> Changed(Dictionary<string, object?> input, (string Path, object? Value)[] changes)
    {
        foreach (var (path, value) in changes)
        {
            var steps = path.Split('.');
            var inner = steps.Length == 1 ? input : (Dictionary<string, object?>)input[steps[0]]!;
            inner[steps[^1]] = value;
        }

        return input;
    }
}
