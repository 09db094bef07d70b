using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Organizations;

namespace HnCe.Domain.Training;

/// <summary>学员成绩: one trainee in one class. Frozen with the submission of the class. Source: SCO-01 to SCO-04.</summary>
public sealed class TraineeScore : IScoped<TraineeScore>
{
    private TraineeScore()
    {
    }

    /// <summary>A score; <paramref name="score"/> is null where the plan asks for 合格/不合格 only.</summary>
    public TraineeScore(TrainingClass @class, Professional professional, decimal? score, bool qualified, string? remark, DateTime at)
    {
        Class = @class;
        Professional = professional;
        EmployerId = professional.EmployerId;
        EnteredAt = at;
        Set(score, qualified, remark);
    }

    /// <summary>The score of somebody of whom only the keys are known.</summary>
    public TraineeScore(TrainingClass @class, long professionalId, long employerId, decimal? score, bool qualified, string? remark, DateTime at)
    {
        (Class, ProfessionalId, EmployerId, EnteredAt) = (@class, professionalId, employerId, at);
        Set(score, qualified, remark);
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Key of the class.</summary>
    public long ClassId { get; private set; }

    /// <summary>培训班.</summary>
    public TrainingClass Class { get; private set; } = null!;

    /// <summary>Key of the trainee.</summary>
    public long ProfessionalId { get; private set; }

    /// <summary>学员.</summary>
    public Professional Professional { get; private set; } = null!;

    /// <summary>Key of the trainee's employer when the score was entered.</summary>
    public long EmployerId { get; private set; }

    /// <summary>单位 when the score was entered.</summary>
    public Employer Employer { get; private set; } = null!;

    /// <summary>成绩, 0 to 100 with one decimal; null for 合格/不合格 only.</summary>
    public decimal? Score { get; private set; }

    /// <summary>是否合格.</summary>
    public bool Qualified { get; private set; }

    /// <summary>备注, up to 200 characters.</summary>
    public string? Remark { get; private set; }

    /// <summary>Why the reviewer left this trainee out; null when he did not. Source: REV-10.</summary>
    public string? ExclusionReason { get; private set; }

    /// <summary>Credited hours once the class passed; 0 when the same subject counted already in that year. Source: SCO-11, SCO-12.</summary>
    public decimal? CreditedHours { get; private set; }

    /// <summary>When it was entered, UTC.</summary>
    public DateTime EnteredAt { get; private set; }

    /// <inheritdoc/>
    public static Expression<Func<TraineeScore, bool>> Reached(Jurisdiction reach) => reach switch
    {
        Jurisdiction.Everywhere => s => s.Class.SubmittedAt != null,
        Jurisdiction.City { Code: var code } => s => s.Professional.CityCode == code && s.Class.SubmittedAt != null,
        Jurisdiction.County { Code: var code } => s => s.Professional.CountyCode == code && s.Class.SubmittedAt != null,
        Jurisdiction.Industry { Id: var id } => s => s.Professional.IndustryDepartmentId == id && s.Class.SubmittedAt != null,
        Jurisdiction.Employer { Id: var id } => s => s.EmployerId == id && s.Class.SubmittedAt != null,
        Jurisdiction.Own { ProfessionalId: { } id } => s => s.ProfessionalId == id && s.Class.SubmittedAt != null,
        Jurisdiction.OneOrganization { Id: var id } => s => s.Class.InstitutionId == id && s.Class.Status != ClassStatus.Deleted,
        Jurisdiction.SentTo { OrganizationId: var id } => s => s.Class.TargetId == id,
        _ => _ => false,
    };

    /// <summary>Changes the result.</summary>
    public void Set(decimal? score, bool qualified, string? remark) => (Score, Qualified, Remark) = (score, qualified, remark);

    /// <summary>The reviewer leaves this trainee out, or takes it back with null. Source: REV-10.</summary>
    public void Exclude(string? reason) => ExclusionReason = reason;

    /// <summary>Sets what counts. Source: SCO-12.</summary>
    public void Credit(decimal hours) => CreditedHours = hours;
}
