using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HnCe.Domain.Training;

internal sealed class SubjectMapping : IEntityTypeConfiguration<Subject>
{
    public void Configure(EntityTypeBuilder<Subject> subject)
    {
        subject.HasOne(s => s.Owner).WithMany();
        subject.ComplexProperty(s => s.Data, data =>
        {
            data.Property(d => d.Name).HasMaxLength(200);
            data.Property(d => d.Major).HasMaxLength(32);
            data.Property(d => d.Recommendation).HasMaxLength(4000);
        });
        subject.Property(s => s.NameKey).HasMaxLength(64);
        subject.HasIndex(s => new { s.OwnerId, s.NameKey }).IsUnique();
        subject.HasIndex(s => new { s.OwnerId, s.Id });
        subject.HasIndex(s => new { s.Category, s.Retired, s.Id });
    }
}

internal sealed class TrainingPlanMapping : IEntityTypeConfiguration<TrainingPlan>
{
    public void Configure(EntityTypeBuilder<TrainingPlan> plan)
    {
        plan.HasOne(p => p.Institution).WithMany();
        plan.HasOne(p => p.Target).WithMany();
        plan.ComplexProperty(p => p.Data, data =>
        {
            data.Property(d => d.Name).HasMaxLength(200);
            data.Property(d => d.Form).HasMaxLength(8);
            data.Property(d => d.Content).HasMaxLength(4000);
            data.Property(d => d.Remark).HasMaxLength(1000);
        });
        plan.Property(p => p.SubmittedByHash).HasMaxLength(64);
        plan.Property(p => p.Reason).HasMaxLength(1000);
        plan.Property(p => p.Version).IsConcurrencyToken();
        plan.HasIndex(p => new { p.InstitutionId, p.Id });
        plan.HasIndex(p => new { p.TargetId, p.Status, p.SubmittedAt, p.Id });
        plan.HasIndex(p => p.ChangeId);
    }
}

internal sealed class TrainingClassMapping : IEntityTypeConfiguration<TrainingClass>
{
    public void Configure(EntityTypeBuilder<TrainingClass> @class)
    {
        @class.HasOne(c => c.Plan).WithMany();
        @class.HasOne(c => c.Institution).WithMany().HasForeignKey(c => c.InstitutionId);
        @class.HasOne(c => c.Subject).WithMany().HasForeignKey(c => c.SubjectId);
        @class.HasOne(c => c.Target).WithMany();
        @class.ComplexProperty(c => c.Data, data =>
        {
            data.Property(d => d.Name).HasMaxLength(100);
            data.Property(d => d.Remark).HasMaxLength(1000);
        });
        @class.Property(c => c.SubmittedByHash).HasMaxLength(64);
        @class.Property(c => c.Reason).HasMaxLength(1000);
        @class.Property(c => c.Version).IsConcurrencyToken();
        @class.HasIndex(c => new { c.InstitutionId, c.Id });
        @class.HasIndex(c => new { c.PlanId, c.Status });
        @class.HasIndex(c => new { c.TargetId, c.Status, c.SubmittedAt, c.Id });
        @class.HasIndex(c => c.ChangeId);
    }
}

internal sealed class TraineeScoreMapping : IEntityTypeConfiguration<TraineeScore>
{
    public void Configure(EntityTypeBuilder<TraineeScore> score)
    {
        score.HasOne(s => s.Class).WithMany();
        score.HasOne(s => s.Professional).WithMany();
        score.HasOne(s => s.Employer).WithMany().HasForeignKey(s => s.EmployerId);
        score.Property(s => s.ExclusionReason).HasMaxLength(1000);
        score.HasIndex(s => new { s.ClassId, s.ProfessionalId }).IsUnique();
        score.HasIndex(s => new { s.ProfessionalId, s.Id });
        score.HasIndex(s => new { s.EmployerId, s.Id });
    }
}
