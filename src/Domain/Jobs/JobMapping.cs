using HnCe.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HnCe.Domain.Jobs;

internal sealed class JobMapping : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> job)
    {
        job.Property(j => j.Kind).HasMaxLength(32);
        job.Property(j => j.Message).HasMaxLength(1000);
        job.HasOne<Account>().WithMany().HasForeignKey(j => j.OwnerId);
        job.HasIndex(j => new { j.OwnerId, j.Id });
        job.HasIndex(j => new { j.State, j.Id });
    }
}
