using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HnCe.Benchmarks;

/// <summary>What a burst of load came to, seen from the client.</summary>
/// <param name="Requests">Answered requests.</param>
/// <param name="Failures">Answers other than 200, or with errors.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Median">Median latency in microseconds.</param>
/// <param name="Slow">99th percentile in microseconds.</param>
internal sealed record Burst(int Requests, int Failures, double Seconds, double Median, double Slow);

/// <summary>
/// Sends requests over kept-alive connections; a process of its own (the program calls itself with <c>client</c>), so that the CPU of the
/// server process is the server's alone. Reads commands from standard input: port, connections, seconds, whether to go round, file of requests.
/// </summary>
internal static class Load
{
    /// <summary>The client process: one line in, one line out.</summary>
    public static async Task RunClientAsync()
    {
        while (await Console.In.ReadLineAsync() is { Length: > 0 } line)
        {
            var words = line.Split('\t');
            var requests = (await File.ReadAllLinesAsync(words[4])).Select(Bytes).ToArray();
            var burst = await RunAsync(int.Parse(words[0]), int.Parse(words[1]), double.Parse(words[2]), bool.Parse(words[3]), requests);
            Console.WriteLine($"{burst.Requests}\t{burst.Failures}\t{burst.Seconds:R}\t{burst.Median:R}\t{burst.Slow:R}");
        }
    }

    /// <summary>One request as a line of the file.</summary>
    public static string Line(string method, string path, string headers, string body) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{headers}Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));

    private static byte[] Bytes(string line) => Convert.FromBase64String(line);

    private static async Task<Burst> RunAsync(int port, int connections, double seconds, bool goRound, byte[][] requests)
    {
        var (next, failures, watch) = (-1, 0, Stopwatch.StartNew());
        var latencies = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            using var wire = new Wire(port);
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                var turn = Interlocked.Increment(ref next);
                if (turn >= requests.Length && !goRound)
                {
                    break;
                }

                var from = watch.Elapsed;
                if (!await wire.AskAsync(requests[turn % requests.Length]))
                {
                    Interlocked.Increment(ref failures);
                }

                mine.Add((watch.Elapsed - from).TotalMicroseconds);
            }

            return mine;
        })));
        var took = watch.Elapsed.TotalSeconds;
        var all = latencies.SelectMany(mine => mine).Order().ToList();
        return new(all.Count, failures, took, all.Count == 0 ? 0 : all[all.Count / 2], all.Count == 0 ? 0 : all[(int)(all.Count * 0.99)]);
    }

    private sealed class Wire : IDisposable
    {
        private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        private readonly byte[] _buffer = new byte[256 * 1024];

        public Wire(int port) => _socket.Connect(IPAddress.Loopback, port);

        public void Dispose() => _socket.Dispose();

        public async Task<bool> AskAsync(byte[] request)
        {
            await _socket.SendAsync(request);
            var (length, end) = (0, -1);
            while (end < 0)
            {
                var read = await _socket.ReceiveAsync(_buffer.AsMemory(length));
                if (read == 0)
                {
                    throw new IOException("The server hung up.");
                }

                length += read;
                end = EndOf(_buffer.AsSpan(0, length));
            }

            var answer = _buffer.AsSpan(0, end);
            return answer.StartsWith("HTTP/1.1 200"u8) && answer.IndexOf("\"errors\""u8) < 0 && answer.IndexOf("\"userErrors\":[{"u8) < 0;
        }

        // Either a length is told, or the last chunk is empty.
        private static int EndOf(ReadOnlySpan<byte> bytes)
        {
            var head = bytes.IndexOf("\r\n\r\n"u8);
            if (head < 0)
            {
                return -1;
            }

            var at = bytes[..head].IndexOf("Content-Length: "u8);
            if (at < 0)
            {
                return bytes.EndsWith("0\r\n\r\n"u8) ? bytes.Length : -1;
            }

            var number = bytes[(at + 16)..head];
            var line = number.IndexOf((byte)'\r');
            var length = int.Parse(line < 0 ? number : number[..line]);
            return bytes.Length >= head + 4 + length ? head + 4 + length : -1;
        }
    }
}
