using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Training;

/// <summary>申报学时: sends the scores of an ended class to its reviewing body, once. Source: SCO-08 to SCO-10, MSG-09, MSG-11.</summary>
public sealed class SubmitClassScores(UnitOfWork work, Caller caller, TimeProvider clock)
{
    /// <summary>Submits. Answers with the key of the class.</summary>
    public Task<Outcome<long>> RunAsync(long classId, ForwardTarget target, CancellationToken cancel) =>
        work.RunAsync<long>(nameof(SubmitClassScores), async write =>
        {
            var found = await work.Db.TrainingClasses.Include(c => c.Institution.Supervisor).Include(c => c.Institution.IndustryDepartment)
                .Within(caller.ReachFor(Permission.ConductTraining)).SingleOrDefaultAsync(c => c.Id == classId, cancel);
            if (found is null)
            {
                return ClassRefusals.NotFound;
            }

            if (found.Status is not ClassStatus.Open)
            {
                return ClassRefusals.SubmittedBefore;
            }

            var receiver = Receiver(found, target);
            if (receiver.IsRefused)
            {
                return receiver.Refusals.ToList();
            }

            if (found.Data.EndsOn >= clock.Today())
            {
                return ClassRefusals.NotEnded;
            }

            var counts = await work.Db.TraineeScores.Where(s => s.ClassId == classId).GroupBy(s => s.Qualified).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
            if (counts.Count == 0)
            {
                return ClassRefusals.NoScores;
            }

            if (found.Submit(receiver.Value!, counts.Sum(c => c.Count), counts.Where(c => c.Key).Sum(c => c.Count), write) is { } refusal)
            {
                return refusal;
            }

            write.Note($"TrainingClass:{classId}", "\"submitted\"");
            return classId;
        }, cancel);

    private static Outcome<Organization> Receiver(TrainingClass @class, ForwardTarget target)
    {
        if (target is ForwardTarget.IndustryDepartment && @class.Category is SubjectCategory.Public)
        {
            return DeclarationRefusals.PublicGoesToBureau;
        }

        var receiver = target.Of(@class.Institution);
        return receiver is null ? DeclarationRefusals.NoIndustryDepartment
            : receiver.State is OrganizationState.Active ? receiver : DeclarationRefusals.TargetRetired;
    }
}
