using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HnCe.Domain.Files;

internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.Property(a => a.Hash).HasMaxLength(64);
        // Two registrations with one ticket: the second finds it changed.
        attachment.Property(a => a.Ticket).IsConcurrencyToken();
        attachment.HasIndex(a => a.Hash);
        attachment.HasIndex(a => a.OwnerId);
    }
}
