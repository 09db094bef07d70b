using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HnCe.Domain.Data;

/// <summary>Tells whoever follows the record that this instance has just committed, so that he need not wait for his next look. Source: GRAPH-8.</summary>
public sealed class CommitSignal : DbTransactionInterceptor
{
    private readonly Channel<bool> commits = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Waits for a commit since the last wait ended; for one follower.</summary>
    public async Task WaitAsync(CancellationToken cancel) => await commits.Reader.ReadAsync(cancel);

    /// <inheritdoc/>
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => commits.Writer.TryWrite(true);

    /// <inheritdoc/>
    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        commits.Writer.TryWrite(true);
        return Task.CompletedTask;
    }
}
