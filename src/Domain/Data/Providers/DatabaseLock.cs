namespace HnCe.Domain.Data.Providers;

/// <summary>
/// Lets one instance at a time migrate and seed. Without it, two instances that start on an empty database fail each other.
/// </summary>
public abstract class DatabaseLock
{
    /// <summary>Name of the lock inside a database server.</summary>
    protected const string Name = "HnCe.PrepareDatabase";

    /// <summary>Waits for the lock; it is given back when the answer is disposed.</summary>
    /// <exception cref="DatabaseInUseException">Another instance works on a database that allows one only.</exception>
    public abstract Task<IAsyncDisposable> TakeAsync(HnCeDbContext db, CancellationToken cancel);
}

/// <summary>A second instance was started on a database that allows one only.</summary>
public sealed class DatabaseInUseException(string message, Exception inner) : InvalidOperationException(message, inner);
