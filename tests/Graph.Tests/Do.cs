using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Declarations;
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

    public static Task<Reply> IssueAsync(this Actor actor, string yearCompletion) =>
        actor.AskAsync($"mutation ($id: ID!) {{ issueCertificate(input: {{ yearCompletion: $id }}) {{ certificate {{ id number valid prints }} {Refusals} }} }}", new { id = yearCompletion });

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
}
