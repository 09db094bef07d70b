using HnCe.Domain.Declarations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HnCe.Domain.Notifications;

internal sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.Property(m => m.Title).HasMaxLength(500);
        message.Property(m => m.Detail).HasMaxLength(1000);
        message.HasOne<Declaration>().WithMany().HasForeignKey(m => m.DeclarationId);
        message.HasIndex(m => new { m.AccountId, m.ReadAt, m.Id });
        message.HasIndex(m => new { m.MailState, m.MailDueAt });
    }
}
