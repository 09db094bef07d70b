using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HnCe.Domain.ReferenceData;

internal sealed class RegionMapping : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> region)
    {
        region.HasKey(r => r.Code);
        region.Property(r => r.Code).HasMaxLength(6);
        region.Property(r => r.ParentCode).HasMaxLength(6);
        region.HasIndex(r => r.ParentCode);
    }
}

internal sealed class CodeItemMapping : IEntityTypeConfiguration<CodeItem>
{
    public void Configure(EntityTypeBuilder<CodeItem> item)
    {
        item.HasKey(i => new { i.List, i.Code });
        item.Property(i => i.List).HasMaxLength(32);
        item.Property(i => i.Code).HasMaxLength(32);
        item.Property(i => i.ParentCode).HasMaxLength(32);
        item.HasIndex(i => new { i.List, i.ParentCode, i.Order });
    }
}
