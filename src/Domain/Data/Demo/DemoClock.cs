namespace HnCe.Domain.Data.Demo;

/// <summary>A clock that is set by hand, so that years of history are written by today's use cases.</summary>
internal sealed class DemoClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>The present moment of the story.</summary>
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
