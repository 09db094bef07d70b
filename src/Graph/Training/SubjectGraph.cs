using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Training;
using HnCe.Graph.Server;

namespace HnCe.Graph.Training;

[QueryType]
internal static class SubjectQueries
{
    /// <summary>Training subjects, newest first. 公需科目管理, 专业科目管理. DEP-07, PRO-11.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="subjects">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ViewSubjects)]
    public static Task<Page<SubjectView>> Subjects(
        SubjectFilterInput? filter, PageRequest page, Selected<Subject, SubjectView> selected, [FromServices] SubjectReader subjects, CancellationToken cancel) =>
        subjects.ListAsync((filter ?? new()).ToFilter(), page, selected.Shape, cancel);

    /// <summary>Years that subjects and plans may be made for, newest first. 培训年度. SUB-02, PLN-04.</summary>
    /// <param name="clock">Clock.</param>
    [Requires(Permission.ViewSubjects)]
    public static IReadOnlyList<int> TrainingYears([FromServices] TimeProvider clock) => Domain.Training.TrainingYears.Open(clock.Today());
}

[Requires(Permission.ViewSubjects)]
internal sealed class SubjectNodes(SubjectReader subjects) : NodeLoader<Subject, SubjectView>
{
    protected override Task<IReadOnlyList<SubjectView>> ReadAsync(IReadOnlyList<long> keys, Expression<Func<Subject, SubjectView>> shape, CancellationToken cancel) =>
        subjects.FindAsync(keys, shape, cancel);
}

[MutationType]
internal static class SubjectMutations
{
    /// <summary>Adds a subject: a public one as the province, a professional one as an industry department. 新增科目. SUB-01.</summary>
    /// <param name="input">What it says.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepSubjects)]
    public static async Task<AddSubjectPayload> AddSubject(AddSubjectInput input, [FromServices] AddSubject useCase, CancellationToken cancel) =>
        Of<AddSubjectPayload>(await useCase.RunAsync(input.ToData(), cancel));

    /// <summary>Changes an own subject. 编辑科目. SUB-01, DEP-08.</summary>
    /// <param name="input">Which, and what it says.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepSubjects)]
    public static async Task<ChangeSubjectPayload> ChangeSubject(ChangeSubjectInput input, [FromServices] ChangeSubject useCase, CancellationToken cancel) =>
        Of<ChangeSubjectPayload>(await useCase.RunAsync(input.Id.Value, input.ToData(), cancel));

    /// <summary>Offers an own subject to new plans no more. 停用科目. SUB-03.</summary>
    /// <param name="input">Which.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepSubjects)]
    public static async Task<RetireSubjectPayload> RetireSubject(SubjectInput input, [FromServices] RetireSubject useCase, CancellationToken cancel) =>
        Of<RetireSubjectPayload>(await useCase.RunAsync(input.Id.Value, cancel));

    /// <summary>Offers an own subject again. 启用科目. SUB-03.</summary>
    /// <param name="input">Which.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepSubjects)]
    public static async Task<ReactivateSubjectPayload> ReactivateSubject(SubjectInput input, [FromServices] ReactivateSubject useCase, CancellationToken cancel) =>
        Of<ReactivateSubjectPayload>(await useCase.RunAsync(input.Id.Value, cancel));

    private static TPayload Of<TPayload>(Outcome<long> outcome)
        where TPayload : SubjectPayload, new() => outcome.To(key => new TPayload { SubjectId = new(key) });
}
