using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HnCe.Domain.Credits;

internal sealed class CreditEntryMapping : IEntityTypeConfiguration<CreditEntry>
{
    public void Configure(EntityTypeBuilder<CreditEntry> entry)
    {
        entry.HasOne<Accounts.Professional>().WithMany().HasForeignKey(e => e.ProfessionalId);
        entry.HasIndex(e => new { e.Source, e.SourceId, e.ProfessionalId, e.Withdrawal }).IsUnique();
        entry.HasIndex(e => new { e.ProfessionalId, e.Year, e.Category, e.Hours });
    }
}

internal sealed class YearTotalMapping : IEntityTypeConfiguration<YearTotal>
{
    public void Configure(EntityTypeBuilder<YearTotal> total)
    {
        total.Property(t => t.CityCode).HasMaxLength(6);
        total.Property(t => t.CountyCode).HasMaxLength(6);
        total.Property(t => t.TitleLevel).HasMaxLength(32);
        total.HasIndex(t => new { t.ProfessionalId, t.Year }).IsUnique();

        // Each list comes with and without 合格; hours are in none of these, so crediting does not touch them.
        total.HasIndex(t => new { t.Year, t.Id });
        total.HasIndex(t => new { t.EmployerId, t.Year, t.Id });
        total.HasIndex(t => new { t.CityCode, t.Year, t.Id });
        total.HasIndex(t => new { t.CountyCode, t.Year, t.Id });
        total.HasIndex(t => new { t.IndustryDepartmentId, t.Year, t.Id });
        total.HasIndex(t => new { t.EmployerId, t.Year, t.Completed, t.Id });
        total.HasIndex(t => new { t.CityCode, t.Year, t.Completed, t.Id });
        total.HasIndex(t => new { t.CountyCode, t.Year, t.Completed, t.Id });
        total.HasIndex(t => new { t.IndustryDepartmentId, t.Year, t.Completed, t.Id });
    }
}

internal sealed class RequiredHoursMapping : IEntityTypeConfiguration<RequiredHours>
{
    public void Configure(EntityTypeBuilder<RequiredHours> hours)
    {
        hours.Property(h => h.TitleLevel).HasMaxLength(32);
        hours.HasIndex(h => new { h.Year, h.TitleLevel }).IsUnique();
    }
}
