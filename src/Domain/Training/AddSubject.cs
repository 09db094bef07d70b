using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Training;

/// <summary>新增科目: public by the province, professional by an industry department; the role fixes the category. Source: SUB-01, SUB-02.</summary>
public sealed class AddSubject(UnitOfWork work, Caller caller, TimeProvider clock)
{
    /// <summary>Adds. Answers with the key of the subject.</summary>
    public Task<Outcome<long>> RunAsync(SubjectData data, CancellationToken cancel) =>
        work.RunAsync<Subject, long>(nameof(AddSubject), async _ =>
        {
            var owner = await work.Db.Organizations.Within(caller.ReachFor(Permission.KeepSubjects)).SingleOrDefaultAsync(cancel);
            if (owner is null)
            {
                return SubjectRefusals.NotFound;
            }

            var tidy = data.Tidy();
            if (await SubjectCheck.ReadAsync(work.Db, owner.Id, Subject.CategoryOf(owner), null, tidy, clock.Today(), cancel) is { Count: > 0 } refusals)
            {
                return refusals;
            }

            return work.Db.Add(new Subject(owner, tidy)).Entity;
        }, subject => subject.Id, cancel);
}

/// <summary>编辑科目. Source: SUB-01, DEP-08.</summary>
public sealed class ChangeSubject(UnitOfWork work, Caller caller, TimeProvider clock)
{
    /// <summary>Changes an own subject. Answers with its key.</summary>
    public Task<Outcome<long>> RunAsync(long id, SubjectData data, CancellationToken cancel) =>
        OwnSubjects.ChangeAsync(work, caller, nameof(ChangeSubject), id, async subject =>
        {
            var tidy = data.Tidy();
            var refusals = await SubjectCheck.ReadAsync(work.Db, subject.OwnerId, subject.Category, subject, tidy, clock.Today(), cancel);
            if (refusals.Count == 0)
            {
                subject.Change(tidy);
            }

            return refusals;
        }, cancel);
}

/// <summary>停用科目: not offered to new plans any more; existing ones keep it. Source: SUB-03.</summary>
public sealed class RetireSubject(UnitOfWork work, Caller caller)
{
    /// <summary>Retires an own subject. Answers with its key.</summary>
    public Task<Outcome<long>> RunAsync(long id, CancellationToken cancel) =>
        OwnSubjects.ChangeAsync(work, caller, nameof(RetireSubject), id, subject => OwnSubjects.SetRetired(subject, true), cancel);
}

/// <summary>启用科目 after 停用. Source: SUB-02, SUB-03.</summary>
public sealed class ReactivateSubject(UnitOfWork work, Caller caller)
{
    /// <summary>Offers an own subject again. Answers with its key.</summary>
    public Task<Outcome<long>> RunAsync(long id, CancellationToken cancel) =>
        OwnSubjects.ChangeAsync(work, caller, nameof(ReactivateSubject), id, subject => OwnSubjects.SetRetired(subject, false), cancel);
}

/// <summary>What all changes of an own subject share.</summary>
internal static class OwnSubjects
{
    public static Task<Outcome<long>> ChangeAsync(
        UnitOfWork work, Caller caller, string action, long id, Func<Subject, Task<List<Refusal>>> change, CancellationToken cancel) =>
        work.RunAsync<long>(action, async _ =>
        {
            var subject = await work.Db.Subjects.Within(caller.ReachFor(Permission.KeepSubjects)).SingleOrDefaultAsync(s => s.Id == id, cancel);
            if (subject is null)
            {
                return SubjectRefusals.NotFound;
            }

            return await change(subject) is { Count: > 0 } refusals ? refusals : subject.Id;
        }, cancel);

    public static Task<List<Refusal>> SetRetired(Subject subject, bool retired)
    {
        subject.SetRetired(retired);
        return Task.FromResult(new List<Refusal>());
    }
}
