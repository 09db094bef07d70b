using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HnCe.Domain.Files;

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> file)
    {
        file.Property(f => f.Hash).HasMaxLength(64);
        file.HasIndex(f => f.Hash);
        file.HasIndex(f => f.OwnerId);
    }
}
