using HnCe.Domain.Declarations;
using HnCe.Domain.Training;
using HnCe.Testing;

namespace HnCe.Graph.Tests.Training;

/// <summary>The mutations on subjects and plans as pages send them.</summary>
internal static class Teaching
{
    private const string Refusals = "userErrors { code message path }";

    public static Task<Reply> AddSubjectAsync(this Actor actor, SubjectData data) =>
        actor.AskAsync($"mutation ($input: AddSubjectInput!) {{ addSubject(input: $input) {{ subjectId {Refusals} }} }}",
            new { input = new { data.Name, data.TrainingYear, data.Major, data.Hours, data.Recommendation, data.Textbook } });

    public static Task<Reply> ChangeSubjectAsync(this Actor actor, string id, SubjectData data) =>
        actor.AskAsync($"mutation ($input: ChangeSubjectInput!) {{ changeSubject(input: $input) {{ subjectId {Refusals} }} }}",
            new { input = new { id, data.Name, data.TrainingYear, data.Major, data.Hours, data.Recommendation, data.Textbook } });

    public static Task<Reply> RetireSubjectAsync(this Actor actor, string id) =>
        actor.AskAsync($"mutation ($id: ID!) {{ retireSubject(input: {{ id: $id }}) {{ subjectId {Refusals} }} }}", new { id });

    public static Task<Reply> ReactivateSubjectAsync(this Actor actor, string id) =>
        actor.AskAsync($"mutation ($id: ID!) {{ reactivateSubject(input: {{ id: $id }}) {{ subjectId {Refusals} }} }}", new { id });

    public static Task<Reply> SubmitPlanAsync(this Actor actor, PlanInput form, string? id = null, string? file = null) =>
        actor.AskAsync($"mutation ($input: TrainingPlanInput!) {{ submitTrainingPlan(input: $input) {{ trainingPlanId {Refusals} }} }}", new { input = Input(form, id, file) });

    public static Task<Reply> DraftPlanAsync(this Actor actor, PlanInput form, string? id = null) =>
        actor.AskAsync($"mutation ($input: TrainingPlanInput!) {{ saveTrainingPlanDraft(input: $input) {{ trainingPlanId {Refusals} }} }}", new { input = Input(form, id, null) });

    public static Task<Reply> DeletePlansAsync(this Actor actor, params IEnumerable<string> ids) =>
        actor.AskAsync($"mutation ($ids: [ID!]!) {{ deleteTrainingPlans(input: {{ ids: $ids }}) {{ deleted {Refusals} }} }}", new { ids });

    public static Task<Reply> RemarkPlanAsync(this Actor actor, string id, string? remark) =>
        actor.AskAsync($"mutation ($id: ID!, $remark: String) {{ remarkTrainingPlan(input: {{ id: $id, remark: $remark }}) {{ trainingPlanId {Refusals} }} }}", new { id, remark });

    public static Task<Reply> ReviewPlansAsync(this Actor actor, ReviewDecision decision, string? reason, DateTime? seenAt, params IEnumerable<string> ids) =>
        actor.AskAsync($"mutation ($input: ReviewTrainingPlansInput!) {{ reviewTrainingPlans(input: $input) {{ succeeded refused {{ id code message }} {Refusals} }} }}",
            new { input = new { ids, decision, reason, seenAt } });

    public static Task<Reply> PassPlansAsync(this Actor actor, params IEnumerable<string> ids) => actor.ReviewPlansAsync(ReviewDecision.Pass, null, null, ids);

    /// <summary>The state of a plan as somebody sees it; null when he does not.</summary>
    public static async Task<string?> PlanStatusAsync(this Actor actor, string id)
    {
        var node = (await actor.AskAsync("query ($id: ID!) { node(id: $id) { ... on TrainingPlan { status } } }", new { id }))["node"];
        return node.ValueKind is System.Text.Json.JsonValueKind.Object ? node.GetProperty("status").GetString() : null;
    }

    private static object Input(PlanInput form, string? id, string? file) => new
    {
        id,
        form.Data.Name,
        form.Category,
        Subject = form.SubjectId is { } subject ? World.SubjectIdOf(subject) : null,
        form.Data.TrainingYear,
        form.Data.CreditYear,
        form.Data.Form,
        form.Data.Hours,
        form.Data.PlannedTrainees,
        StartsOn = form.Data.StartsOn == default ? (DateOnly?)null : form.Data.StartsOn,
        EndsOn = form.Data.EndsOn == default ? (DateOnly?)null : form.Data.EndsOn,
        form.Data.Place,
        form.Data.Teachers,
        form.Data.Content,
        form.Data.Remark,
        form.Data.PassMark,
        form.Data.Assessment,
        form.Target,
        file,
    };
}
