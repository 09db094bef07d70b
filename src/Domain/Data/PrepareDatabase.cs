using HnCe.Domain.Access;
using HnCe.Domain.Credits;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Data;

/// <summary>
/// Makes the database ready: migrations, reference data, the current year's totals. Safe at every start, and by several instances at once.
/// </summary>
public sealed class PrepareDatabase(HnCeDbContext db, DatabaseLock gate, TimeProvider clock)
{
    /// <summary>Prepares under the lock.</summary>
    /// <param name="further">Further work under the same lock, for example signing keys or demo data.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <exception cref="DatabaseInUseException">Another instance works on a SQLite file.</exception>
    public async Task RunAsync(Func<CancellationToken, Task>? further = null, CancellationToken cancel = default)
    {
        await using var held = await gate.TakeAsync(db, cancel);
        await db.Database.MigrateAsync(cancel);
        var work = new UnitOfWork(db, Caller.System, clock);
        await new SeedReferenceData(work).RunAsync(cancel);
        var opened = await work.RunAsync<bool>(nameof(OpenYear), async _ =>
        {
            await OpenYear.ForAllAsync(db, clock.Today().Year, cancel);
            return true;
        }, cancel);
        if (opened.IsRefused)
        {
            throw new InvalidOperationException(opened.Refusals[0].Message);
        }

        if (further is not null)
        {
            await further(cancel);
        }
    }
}
