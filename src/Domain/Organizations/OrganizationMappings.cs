using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HnCe.Domain.Organizations;

internal sealed class OrganizationMapping : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> organization)
    {
        organization.HasDiscriminator<string>("Kind")
            .HasValue<HrBureau>(nameof(HrBureau))
            .HasValue<IndustryDepartment>(nameof(IndustryDepartment))
            .HasValue<Employer>(nameof(Employer))
            .HasValue<TrainingInstitution>(nameof(TrainingInstitution));
        organization.Property<string>("Kind").HasMaxLength(32);
        organization.Property(o => o.Name).HasMaxLength(100);
        organization.Property(o => o.SearchName).HasMaxLength(100);
        organization.Property(o => o.OrgCode).HasMaxLength(9);
        organization.Property(o => o.RegionCode).HasMaxLength(6);
        organization.Property(o => o.CityCode).HasMaxLength(6);
        organization.Property(o => o.CountyCode).HasMaxLength(6);
        organization.HasOne(o => o.Supervisor).WithMany();
        organization.HasOne(o => o.IndustryDepartment).WithMany();
        organization.Property(o => o.CodeKey).HasMaxLength(9);
        organization.HasOne(o => o.CertificateScan).WithMany();
        organization.ComplexProperty(o => o.Data);
        organization.HasIndex("Kind", nameof(Organization.CodeKey)).IsUnique();
        organization.HasIndex("Kind", nameof(Organization.OrgCode));
        organization.HasIndex(o => o.SupervisorId);
        organization.HasIndex("Kind", nameof(Organization.State), nameof(Organization.Id));
        organization.HasIndex("Kind", nameof(Organization.RegionCode), nameof(Organization.State), nameof(Organization.Id));
        organization.HasIndex("Kind", nameof(Organization.CityCode), nameof(Organization.State), nameof(Organization.Id));
        organization.HasIndex("Kind", nameof(Organization.CountyCode), nameof(Organization.State), nameof(Organization.Id));
    }
}

internal sealed class DepartmentMapping : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> department)
    {
        department.Property(d => d.Name).HasMaxLength(50);
        department.HasOne(d => d.Employer).WithMany(e => e.Departments);
        department.HasOne(d => d.Parent).WithMany();
        department.HasIndex(d => new { d.EmployerId, d.ParentId, d.Order });
    }
}

internal sealed class NameGramMapping : IEntityTypeConfiguration<NameGram>
{
    public void Configure(EntityTypeBuilder<NameGram> gram)
    {
        gram.HasKey(g => new { g.Gram, g.Kind, g.OrganizationId });
        gram.Property(g => g.Gram).HasMaxLength(4);
        gram.Property(g => g.Kind).HasMaxLength(32);
        gram.HasOne<Organization>().WithMany().HasForeignKey(g => g.OrganizationId);
    }
}
