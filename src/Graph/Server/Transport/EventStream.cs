using System.Text;
using Microsoft.AspNetCore.Http;

namespace HnCe.Graph.Server;

/// <summary>
/// Answers by server-sent events, the protocol of graphql-sse with a connection for each operation: <c>next</c> with each answer, then
/// <c>complete</c>, and comments while nothing happens so that no proxy hangs up. Source: GRAPH-7.
/// </summary>
internal sealed class EventStream(HttpResponse response, TimeProvider clock)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(12);

    public async Task RunAsync(IAsyncEnumerable<GraphAnswer> answers, CancellationToken cancel)
    {
        response.ContentType = MediaTypes.Events + "; charset=utf-8";
        response.Headers["X-Accel-Buffering"] = "no";
        await WriteAsync(":\n\n", cancel);
        await using var coming = answers.GetAsyncEnumerator(cancel);
        while (await NextAsync(coming, cancel))
        {
            await WriteAsync("event: next\ndata: ", cancel);
            await coming.Current.WriteAsync(response.Body, cancel);
            await WriteAsync("\n\n", cancel);
        }

        await WriteAsync("event: complete\ndata:\n\n", cancel);
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<GraphAnswer> answers, CancellationToken cancel)
    {
        var next = answers.MoveNextAsync().AsTask();
        using var waited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        while (await Task.WhenAny(next, Task.Delay(Quiet, clock, waited.Token)) != next)
        {
            if (cancel.IsCancellationRequested)
            {
                break;
            }

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
