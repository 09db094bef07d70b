using System.Text.Json;
using HnCe.Benchmarks.Data;
using HnCe.Benchmarks.Raw;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Graph.Server;
using Npgsql;

namespace HnCe.Benchmarks;

/// <summary>
/// One Kestrel with both sides: <c>/raw/…</c> by hand, <c>/graphql</c> for foreign documents, <c>/page/…</c> for documents of our own.
/// The caller comes with the header <c>Account</c>: known already, or with <c>Fresh</c> read from the database for this request, as the host does.
/// </summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly World _world;
    private readonly NpgsqlDataSource _source;

    private Server(WebApplication app, World world, NpgsqlDataSource source) => (_app, _world, _source) = (app, world, source);

    /// <summary>Port on the loopback address.</summary>
    public int Port => new Uri(_app.Urls.First()).Port;

    /// <summary>Container of the host.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Reads by hand.</summary>
    public RawReads RawReads { get; private init; } = null!;

    /// <summary>Statements by hand.</summary>
    public RawWrites RawWrites { get; private init; } = null!;

    /// <summary>Starts it on a free port.</summary>
    public static async Task<Server> StartAsync(World world)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        world.Services(builder.Services).AddHttpContextAccessor().AddScoped<ICallerSource, CallerOfHeader>().AddSingleton(world);
        var app = builder.Build();
        var source = NpgsqlDataSource.Create(world.Database.ConnectionString);
        var server = new Server(app, world, source) { RawReads = new(source), RawWrites = new(source) };
        server.Map(server.RawReads);
        app.MapHnCeGraph();
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _source.DisposeAsync();
    }

    private void Map(RawReads reads)
    {
        _app.MapGet("/raw/Q1", (HttpContext http, long id, string city) => AnswerAsync(http, json => reads.PersonAsync(id, city, json)));
        _app.MapGet("/raw/Q2", (HttpContext http, long organization, string? after) => AnswerAsync(http, json => reads.WaitingAsync(organization, after, json)));
        _app.MapGet("/raw/Q4", (HttpContext http, string city) => AnswerAsync(http, json => reads.CompletionsAsync(city, json)));
        _app.MapPost("/raw/M1", (HttpContext http, long id) => VerdictAsync(http, id, batched: true));
        _app.MapPost("/steps/M1", (HttpContext http, long id) => VerdictAsync(http, id, batched: false));
        _app.MapPost("/page/{name}", PageAsync);
    }

    private Task VerdictAsync(HttpContext http, long id, bool batched) => AnswerAsync(http, async json =>
    {
        var passed = await RawWrites.PassAsync(id, await CallerOf(http), batched);
        json.WriteStartObject("reviewDeclarations");
        json.WriteNumber("succeeded", passed);
        json.WriteStartArray("userErrors");
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static async Task AnswerAsync(HttpContext http, Func<Utf8JsonWriter, Task> write)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartObject("data");
        await write(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static async Task PageAsync(HttpContext http, string name, GraphServer graph)
    {
        using var variables = await JsonDocument.ParseAsync(http.Request.Body);
        var request = new GraphRequest(Documents.ByName[name], null, variables.RootElement) { IsTrusted = true };
        var answer = await graph.RunAsync(request, await CallerOf(http), http.RequestAborted);
        http.Response.ContentType = "application/json; charset=utf-8";
        await answer.WriteAsync(http.Response.Body, http.RequestAborted);
    }

    private static ValueTask<Caller> CallerOf(HttpContext http) => http.RequestServices.GetRequiredService<ICallerSource>().ReadAsync(http);

    private sealed class CallerOfHeader(World world, CallerReader reader) : ICallerSource
    {
        public CallerAgain Again(HttpContext context) => async _ => await ReadAsync(context);

        public async ValueTask<Caller> ReadAsync(HttpContext context)
        {
            var account = long.Parse(context.Request.Headers["Account"].ToString());
            return context.Request.Headers.ContainsKey("Fresh")
                ? (await reader.ReadAsync(account, Filling.Stamp, "", context.RequestAborted))!
                : world.Callers[account];
        }
    }
}
