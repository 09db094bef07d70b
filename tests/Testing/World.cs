using System.Net;
using HnCe.Domain;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Certificates;
using HnCe.Domain.Data;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Files;
using HnCe.Domain.Notifications;
using HnCe.Graph.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace HnCe.Testing;

/// <summary>
/// A small Henan on a database of its own: two cities with two counties each, a county below the province, the province itself, two
/// industry departments, seven employers with departments, an administrator for each. People and declarations are added as a test needs them.
/// </summary>
public sealed partial class World : IAsyncDisposable
{
    private readonly OrgChart _chart;
    private readonly ServiceProvider _services;
    private HnCeApplication? _application;

    private World(OrgChart chart, DatabaseOptions database, string folder, IEnumerable<IInterceptor> interceptors)
    {
        (_chart, Database, Folder, _people) = (chart, database, folder, chart.Posts.Count);
        foreach (var post in chart.Posts)
        {
            _administrators[post.Caller.OrganizationId ?? 0] = ActorOf(post);
        }

        foreach (var interceptor in interceptors.Prepend(Statements))
        {
            database.Interceptors.Add(interceptor);
        }

        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddHnCeDatabase(database).AddHnCeDomain().AddHnCeGraph()
            .AddSingleton(TestDatabase.Keys)
            .AddSingleton(new CaptchaOptions { DevelopmentAnswer = HnCeApplication.CaptchaAnswer })
            .AddSingleton(Mail)
            .AddSingleton(new PublicAddress())
            .AddSingleton(new ReminderOptions())
            .Configure<FileStoreOptions>(files => files.Root = Path.Combine(folder, "files"))
            .PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1)
            .AddSingleton<ILoggerProvider>(Log)
            .BuildServiceProvider();
        Mail.Folder = Path.Combine(folder, "mail");
        Proof.Keep(Path.Combine(folder, "files"));
    }

    /// <summary>The clock that everything in this world goes by; spring, when two credit years are open.</summary>
    public FakeTimeProvider Clock { get; } = new(TestDatabase.Today);

    /// <summary>Provider and connection.</summary>
    public DatabaseOptions Database { get; }

    /// <summary>Folder of database, files, mail and keys.</summary>
    public string Folder { get; }

    /// <summary>The SQL that was run.</summary>
    public StatementLog Statements { get; } = new();

    /// <summary>What was logged.</summary>
    public LogLines Log { get; } = new();

    /// <summary>Settings of outgoing mail; by default into the folder.</summary>
    public MailOptions Mail { get; } = new();

    /// <summary>Use cases, readers and their tools.</summary>
    public IServiceProvider Services => _services;

    /// <summary>The graph, in process.</summary>
    public GraphServer Graph => _services.GetRequiredService<GraphServer>();

    /// <summary>The real host on the same database; started when first asked for.</summary>
    public HnCeApplication Application => _application ??= new(this);

    /// <summary>The credit year that is current.</summary>
    public int Year => Clock.Today().Year;

    /// <summary>Makes a world.</summary>
    /// <param name="provider">On which database.</param>
    /// <param name="interceptors">Further interceptors for all its contexts.</param>
    public static async Task<World> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, params IInterceptor[] interceptors)
    {
        var folder = Directory.CreateTempSubdirectory("hnce-world-").FullName;
        var chart = await OrgChart.OfAsync(provider);
        return new(chart, await chart.Template.CopyAsync(folder), folder, interceptors);
    }

    /// <summary>Where the host answers on the network; null where nobody outside has to know.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>The settings with which the program runs on this world, in this process or in one of its own.</summary>
    public IReadOnlyDictionary<string, string> Settings() => new Dictionary<string, string>(PublicAddress is null ? [] : [new("PublicAddress:Url", PublicAddress.GetLeftPart(UriPartial.Authority))])
    {
        ["Database:Provider"] = Database.Provider.ToString(),
        ["Database:ConnectionString"] = Database.ConnectionString,
        ["Demo"] = "false",
        ["Files:Root"] = Path.Combine(Folder, "files"),
        ["Mail:Folder"] = Mail.Folder,
        ["Captcha:DevelopmentAnswer"] = HnCeApplication.CaptchaAnswer,
        ["Keys:Current"] = "1",
        ["Keys:Sealing:1"] = TestDatabase.Keys.Sealing["1"],
        ["Keys:Lookup"] = TestDatabase.Keys.Lookup,
    };

    /// <summary>Reads rows past all jurisdiction, for assertions.</summary>
    public async Task<T> ReadAsync<T>(Func<HnCeDbContext, Task<T>> read)
    {
        await using var db = await _services.GetRequiredService<IDbContextFactory<HnCeDbContext>>().CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>A browser in which somebody has signed in.</summary>
    public async Task<HttpClient> SignInAsync(Actor actor) => Application.Browser(await CookieAsync(actor));

    /// <summary>The session cookie of somebody who has signed in.</summary>
    public async Task<CookieContainer> CookieAsync(Actor actor)
    {
        var signedIn = await actor.RunAsync<SignIn, Outcome<SignedInAccount>>(signIn => signIn.RunAsync(actor.Credentials, CancellationToken.None));
        var account = signedIn.Value ?? throw new InvalidOperationException($"Refused: {signedIn.Refusals[0]}");
        return await SessionCookie.ForAsync(Application, account);
    }

    /// <summary>Closes and removes everything.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.DisposeAsync();
        }

        await _services.DisposeAsync();
        await DatabaseTemplate.RemoveAsync(Database);
        Directory.Delete(Folder, recursive: true);
    }
}
