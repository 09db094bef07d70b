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
