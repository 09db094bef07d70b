using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HnCe.Domain.Certificates;

internal sealed class CertificateMapping : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> certificate)
    {
        certificate.Property(c => c.Number).HasMaxLength(24);
        certificate.Property(c => c.CityCode).HasMaxLength(6);
        certificate.Property(c => c.CountyCode).HasMaxLength(6);
        certificate.Property(c => c.Content).HasMaxLength(40000);
        certificate.HasIndex(c => c.Number).IsUnique();
        certificate.HasIndex(c => new { c.ProfessionalId, c.Year, c.Generation }).IsUnique();
        certificate.HasIndex(c => new { c.EmployerId, c.Year, c.Id });
    }
}

internal sealed class CertificateCounterMapping : IEntityTypeConfiguration<CertificateCounter>
{
    public void Configure(EntityTypeBuilder<CertificateCounter> counter)
    {
        counter.HasKey(c => new { c.Year, c.RegionCode });
        counter.Property(c => c.RegionCode).HasMaxLength(6);
    }
}
