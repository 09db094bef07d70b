using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using HnCe.Domain.Training;
using Xunit;

namespace HnCe.Domain.Tests.Training;

/// <summary>The rules of plans without a database.</summary>
public sealed class PlanCheckTests
{
    [Fact]
    [Trait("Spec", "PLN-02, PLN-03")]
    public void Target_OverEveryCategoryTargetAndState_IsTakenOnlyWhereTheRuleSaysSo()
    {
        foreach (var category in Enum.GetValues<SubjectCategory>())
        {
            foreach (var asked in new ForwardTarget?[] { null, ForwardTarget.SameLevelBureau, ForwardTarget.IndustryDepartment })
            {
                foreach (var found in new[] { null, Body(retired: false), Body(retired: true) })
                {
                    var isTaken = !PlanCheck.Target(category, asked, found).Any();
                    var allowed = asked is ForwardTarget.SameLevelBureau || (asked is ForwardTarget.IndustryDepartment && category is SubjectCategory.Professional);

                    Assert.Equal(allowed && found?.State is OrganizationState.Active, isTaken);
                }
            }
        }
    }

    [Fact]
    [Trait("Spec", "SPEC §18")]
    public void States_OfAPassedOrDeletedPlan_LeadNowhereElse()
    {
        var open = PlanStates.Table.Where(row => row.To is not null).ToList();

        Assert.DoesNotContain(open, row => row.From.Contains(PlanStatus.Passed));
        Assert.DoesNotContain(PlanStates.Table, row => row.From.Contains(PlanStatus.Deleted));
        Assert.Equal([null, PlanStatus.Draft, PlanStatus.Pending, PlanStatus.Failed], PlanStates.Of(PlanEvent.Submit).From);
        Assert.All(PlanStates.Table, row => Assert.Equal(
            row.Event is PlanEvent.Pass or PlanEvent.Fail ? Permission.ReviewTraining : Permission.ConductTraining, row.Permission));
    }

    [Fact]
    [Trait("Spec", "SUB-03")]
    public void Key_OfASubject_FoldsWidthCaseAndBlanks()
    {
        var data = new SubjectData { Name = "ＡＩ 应用", TrainingYear = 2026 };

        Assert.Equal(Subject.KeyOf(data), Subject.KeyOf(data with { Name = "ai应用" }));
        Assert.NotEqual(Subject.KeyOf(data), Subject.KeyOf(data with { TrainingYear = 2027 }));
        Assert.NotEqual(Subject.KeyOf(data), Subject.KeyOf(data with { Name = "ai应用二" }));
    }

    private static HrBureau Body(bool retired)
    {
        var bureau = new HrBureau("郑州市人力资源和社会保障局", null, "410100", BureauTier.City, null);
        if (retired)
        {
            bureau.Retire();
        }

        return bureau;
    }
}
