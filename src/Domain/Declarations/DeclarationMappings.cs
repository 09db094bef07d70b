using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HnCe.Domain.Declarations;

internal sealed class DeclarationMapping : IEntityTypeConfiguration<Declaration>
{
    public void Configure(EntityTypeBuilder<Declaration> declaration)
    {
        declaration.Property(d => d.CityCode).HasMaxLength(6);
        declaration.Property(d => d.CountyCode).HasMaxLength(6);
        declaration.Property(d => d.Title).HasMaxLength(500);
        declaration.Property(d => d.Details).HasMaxLength(40000);
        declaration.Property(d => d.RuleTrace).HasMaxLength(1000);
        declaration.Property(d => d.Remark).HasMaxLength(20000);
        declaration.Property(d => d.DuplicateKey).HasMaxLength(200);
        declaration.Property(d => d.Reason).HasMaxLength(1000);
        declaration.Property(d => d.Objection).HasMaxLength(1000);
        declaration.Property(d => d.ObjectionAnswer).HasMaxLength(1000);
        declaration.Property(d => d.FiledByHash).HasMaxLength(64);
        declaration.Property(d => d.Version).IsConcurrencyToken();

        // Each list of SPEC §20 walks one of these; the order of the columns is its filter, then its sort.
        declaration.HasIndex(d => new { d.TargetId, d.Status, d.EmployerId, d.ForwardedAt, d.Id });
        declaration.HasIndex(d => new { d.TargetId, d.Status, d.ForwardedAt, d.Id });
        declaration.HasIndex(d => new { d.TargetId, d.ForwardedAt, d.Id });
        declaration.HasIndex(d => new { d.ForwardedAt, d.Id });
        declaration.HasIndex(d => new { d.EmployerId, d.Category, d.Status, d.SubmittedAt, d.Id });
        declaration.HasIndex(d => new { d.EmployerId, d.SubmittedAt, d.Id });
        declaration.HasIndex(d => new { d.ProfessionalId, d.SubmittedAt, d.Id });
        declaration.HasIndex(d => new { d.CityCode, d.ForwardedAt, d.Id });
        declaration.HasIndex(d => new { d.CountyCode, d.ForwardedAt, d.Id });
        declaration.HasIndex(d => new { d.IndustryDepartmentId, d.ForwardedAt, d.Id });
        declaration.HasIndex(d => new { d.Kind, d.DuplicateKey });
        declaration.HasIndex(d => d.FileId);
        declaration.HasIndex(d => d.ChangeId);
    }
}

internal sealed class DeclarationRevisionMapping : IEntityTypeConfiguration<DeclarationRevision>
{
    public void Configure(EntityTypeBuilder<DeclarationRevision> revision)
    {
        revision.Property(r => r.Definition).HasMaxLength(StandardText.Most);
        revision.Property(r => r.Rule).HasMaxLength(StandardText.Most);
        revision.HasIndex(r => new { r.Kind, r.Version }).IsUnique();
    }
}

internal sealed class CreditYearClosingMapping : IEntityTypeConfiguration<CreditYearClosing>
{
    public void Configure(EntityTypeBuilder<CreditYearClosing> closing)
    {
        closing.HasKey(c => c.CreditYear);
        closing.Property(c => c.CreditYear).ValueGeneratedNever();
        closing.Property(c => c.Version).IsConcurrencyToken();
    }
}

internal sealed class TimelineEntryMapping : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> entry)
    {
        entry.Property(e => e.Reason).HasMaxLength(1000);
        entry.HasIndex(e => new { e.DeclarationId, e.Id });
    }
}
