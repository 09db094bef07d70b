using HnCe.Domain.Declarations;
using HnCe.Domain.Training;
using HnCe.Testing;

namespace HnCe.Graph.Tests.Training;

/// <summary>The mutations on classes and scores as pages send them.</summary>
internal static class Classes
{
    private const string Batch = "succeeded refused { id code message } userErrors { code message path }";
    private const string Refusals = "userErrors { code message path }";

    public static Task<Reply> FileClassAsync(this Actor actor, string? plan, ClassData data, string? id = null) =>
        actor.AskAsync($"mutation ($input: FileTrainingClassInput!) {{ fileTrainingClass(input: $input) {{ classId warning {Refusals} }} }}", new { input = new { id, plan, data } });

    public static Task<Reply> DeleteClassesAsync(this Actor actor, params IEnumerable<string> ids) =>
        actor.AskAsync($"mutation ($ids: [ID!]!) {{ deleteTrainingClasses(input: {{ ids: $ids }}) {{ {Batch} }} }}", new { ids });

    public static Task<Reply> FindTraineeAsync(this Actor actor, string idNumber) =>
        actor.AskAsync($"mutation ($idNumber: String!) {{ findTrainee(input: {{ idNumber: $idNumber }}) {{ name employerName {Refusals} }} }}", new { idNumber });

    public static Task<Reply> EnterScoreAsync(this Actor actor, string @class, string idNumber, decimal? score = 80, bool? qualified = null, string? remark = null) =>
        actor.AskAsync($"mutation ($input: EnterScoreInput!) {{ enterScore(input: $input) {{ scoreId {Refusals} }} }}", new { input = new { @class, idNumber, score, qualified, remark } });

    public static Task<Reply> ChangeScoreAsync(this Actor actor, string id, decimal? score = 80, bool? qualified = null, string? remark = null) =>
        actor.AskAsync($"mutation ($input: ChangeScoreInput!) {{ changeScore(input: $input) {{ scoreId {Refusals} }} }}", new { input = new { id, score, qualified, remark } });

    public static Task<Reply> DeleteScoresAsync(this Actor actor, params IEnumerable<string> ids) =>
        actor.AskAsync($"mutation ($ids: [ID!]!) {{ deleteScores(input: {{ ids: $ids }}) {{ {Batch} }} }}", new { ids });

    public static Task<Reply> SubmitScoresAsync(this Actor actor, string @class, ForwardTarget target = ForwardTarget.SameLevelBureau) =>
        actor.AskAsync($"mutation ($input: SubmitClassScoresInput!) {{ submitClassScores(input: $input) {{ message {Refusals} }} }}", new { input = new { @class, target } });

    public static Task<Reply> ReviewClassesAsync(this Actor actor, ReviewDecision decision, string? reason, params IEnumerable<string> ids) =>
        actor.AskAsync($"mutation ($input: ReviewClassSubmissionsInput!) {{ reviewClassSubmissions(input: $input) {{ {Batch} }} }}", new { input = new { ids, decision, reason } });

    public static Task<Reply> PassClassesAsync(this Actor actor, params IEnumerable<string> ids) => actor.ReviewClassesAsync(ReviewDecision.Pass, null, ids);

    public static Task<Reply> ExcludeAsync(this Actor actor, string id, string? reason, bool exclude = true) =>
        actor.AskAsync($"mutation ($input: ExcludeTraineeInput!) {{ excludeTrainee(input: $input) {{ scoreId {Refusals} }} }}", new { input = new { id, exclude, reason } });

    public static Task<Reply> RevokeClassesAsync(this Actor actor, string reason, params IEnumerable<string> ids) =>
        actor.AskAsync($"mutation ($ids: [ID!]!, $reason: String!) {{ revokeClassSubmissions(input: {{ ids: $ids, reason: $reason }}) {{ {Batch} }} }}", new { ids, reason });

    /// <summary>The state of a class as somebody sees it; null when he does not.</summary>
    public static async Task<string?> ClassStatusAsync(this Actor actor, string id)
    {
        var node = (await actor.AskAsync("query ($id: ID!) { node(id: $id) { ... on TrainingClass { status } } }", new { id }))["node"];
        return node.ValueKind is System.Text.Json.JsonValueKind.Object ? node.GetProperty("status").GetString() : null;
    }
}
