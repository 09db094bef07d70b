using System.Text;
using Microsoft.AspNetCore.Http;

namespace HnCe.Graph.Server;

/// <summary>
/// Answers by server-sent events, the protocol of graphql-sse with a connection for each operation: <c>next</c> with each answer, then
/// <c>complete</c>, and comments while nothing happens so that no proxy hangs up. Source: GRAPH-9.
/// </summary>
internal sealed class EventStream(HttpResponse response, TimeProvider clock)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(12);

    public async Task RunAsync(IAsyncEnumerable<GraphAnswer> answers, CancellationToken cancel)
    {
        response.ContentType = MediaTypes.Events + "; charset=utf-8";
        response.Headers["X-Accel-Buffering"] = "no";
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await using var coming = answers.GetAsyncEnumerator(ended.Token);
        var next = coming.MoveNextAsync().AsTask();
        try
        {
            await WriteAsync(":\n\n", cancel);
            while (await WaitAsync(next, cancel))
            {
                await WriteAsync("event: next\ndata: ", cancel);
                await coming.Current.WriteAsync(response.Body, cancel);
                await WriteAsync("\n\n", cancel);
                next = coming.MoveNextAsync().AsTask();
            }

            await WriteAsync("event: complete\ndata:\n\n", cancel);
        }
        finally
        {
            // Whoever leaves in the middle must not leave the subscription behind.
            await ended.CancelAsync();
            await Task.WhenAny(next);
        }
    }

    private async Task<bool> WaitAsync(Task<bool> next, CancellationToken cancel)
    {
        using var waited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        while (await Task.WhenAny(next, Task.Delay(Quiet, clock, waited.Token)) != next)
        {
            cancel.ThrowIfCancellationRequested();
            await WriteAsync(":\n\n", cancel);
        }

        await waited.CancelAsync();
        return await next;
    }

    private async Task WriteAsync(string text, CancellationToken cancel)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
        await response.Body.FlushAsync(cancel);
    }
}
