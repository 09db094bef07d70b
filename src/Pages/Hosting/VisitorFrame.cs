namespace HnCe.Pages.Hosting;

/// <summary>Stands in until the host registers its own <see cref="IFrameData"/>: everybody is a visitor.</summary>
internal sealed class VisitorFrame : IFrameData
{
    public Task<FrameData?> ReadAsync(CancellationToken cancel) => Task.FromResult<FrameData?>(null);
}
