using System.Net;
using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Clients;
using HnCe.Domain.Data.Providers;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Clients;

/// <summary>客户端管理 by the graph.</summary>
[Trait("Spec", "GRAPH-7")]
public sealed class ClientTests(Worlds worlds) : IClassFixture<Worlds>
{
    private const string Register =
        "mutation ($input: RegisterClientInput!) { registerClient(input: $input) { registeredClientId clientId secret userErrors { code message path } } }";

    public static TheoryData<string, object?, string, string> Wrong => new()
    {
        { "name", " ", "REQUIRED", "input.name" },
        { "name", new string('应', 51), "TOO_LONG", "input.name" },
        { "name", "应\u0007用", "INVALID_TEXT", "input.name" },
        { "scopes", Array.Empty<string>(), "REQUIRED", "input.scopes" },
        { "redirects", Array.Empty<string>(), "REQUIRED", "input.redirects" },
        { "redirects", new[] { "http://app.example.cn/" }, "INVALID_REDIRECT", "input.redirects" },
        { "redirects", new[] { "javascript:alert(1)" }, "INVALID_REDIRECT", "input.redirects" },
        { "redirects", new[] { "https://app.example.cn/#here" }, "INVALID_REDIRECT", "input.redirects" },
        { "redirects", new[] { "/callback" }, "INVALID_REDIRECT", "input.redirects" },
        { "redirects", new[] { "myapp:/callback" }, "INVALID_REDIRECT", "input.redirects" },
    };

    [Theory, OnBothDatabases]
    public async Task Client_RegisteredRenewedAndRetired_LeavesItsLines(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var app = await world.SystemAdmin.MustAsync(Register, new { input = Input("redirects", new[] { "cn.example.app:/callback", "http://127.0.0.1/callback", "https://app.example.cn/callback" }) });
        var integrator = await world.SystemAdmin.MustAsync(Register, new { input = new { name = "人事系统", kind = "INTEGRATOR", scopes = new[] { "RECORDS" }, organizationType = "LOCAL_BUREAU", organizationCode = world.Zhengzhou.OrgCode } });
        var id = integrator.String("registerClient.registeredClientId");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var renewed = await world.SystemAdmin.MustAsync("mutation ($id: ID!) { renewClientSecret(input: { id: $id }) { secret userErrors { code message path } } }", new { id });
        await world.SystemAdmin.MustAsync("mutation ($id: ID!) { retireClient(input: { id: $id }) { userErrors { code message path } } }", new { id });
        var list = await world.SystemAdmin.MustAsync("{ registeredClients { nodes { name kind scopes redirects organizationName retiredAt } } }");

        Assert.Null(app.String("registerClient.secret"));
        Assert.Equal(["人事系统", "学时助手"], list.Each("registeredClients.nodes", "name"));
        Assert.Equal(world.Zhengzhou.Name, list.String("registeredClients.nodes.0.organizationName"));
        Assert.Equal(3, list["registeredClients.nodes.1.redirects"].GetArrayLength());
        Assert.NotEqual(integrator.String("registerClient.secret"), renewed.String("renewClientSecret.secret"));
        Assert.Equal(["NOT_FOUND"], (await world.SystemAdmin.AskAsync("mutation ($id: ID!) { renewClientSecret(input: { id: $id }) { userErrors { code message path } } }", new { id })).Refusals);
        var actions = await world.ReadAsync(db => db.AuditEntries.Where(e => e.Subject.StartsWith("RegisteredClient:")).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync());
        Assert.Equal(["RegisterClient", "RegisterClient", "RenewClientSecret", "RetireClient"], actions);
        Assert.DoesNotContain(await world.ReadAsync(db => db.AuditEntries.Select(e => e.Detail).ToListAsync()), detail => detail.Contains(renewed.String("renewClientSecret.secret")!, StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task Integrator_OnEitherDatabase_GetsATokenThatOpensTheGraphUntilItIsRevoked(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var client = await world.IntegratorAsync(world.School, ClientScope.Records);
        using var http = world.Application.CreateClient();
        async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => await http.PostAsync(path, new FormUrlEncodedContent(
            fields.Append(("client_id", client.ClientId)).Append(("client_secret", client.Secret!)).ToDictionary(field => field.Item1, field => field.Item2)));

        var answer = JsonDocument.Parse(await (await PostAsync("/connect/token", ("grant_type", "client_credentials"), ("scope", "records"))).Content.ReadAsStringAsync()).RootElement;
        var token = answer.GetProperty("access_token").GetString()!;
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var before = await http.GetStringAsync("/graphql?query={declarations{totalCount}}");
        http.DefaultRequestHeaders.Authorization = null;
        await PostAsync("/connect/revoke", ("token", token));
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);

        Assert.Contains("\"totalCount\":0", before, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("/graphql?query={noticeVersion}")).StatusCode);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "GRAPH-10")]
    public async Task Client_RestrictedToTrustedDocuments_RunsNothingElseFromTheNextRequestOn(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (client, other) = (await world.IntegratorAsync(world.School, ClientScope.Records), await world.IntegratorAsync(world.School, ClientScope.Records));
        using var http = await TokenHttpAsync(world, client);
        using var otherHttp = await TokenHttpAsync(world, other);
        var id = (await world.SystemAdmin.MustAsync("{ registeredClients { nodes { id clientId onlyTrustedDocuments } } }"))["registeredClients.nodes"].EnumerateArray()
            .Single(node => node.GetProperty("clientId").GetString() == client.ClientId);
        Assert.False(id.GetProperty("onlyTrustedDocuments").GetBoolean());
        async Task<string> AskAsync(HttpClient from) => await (await from.GetAsync("/graphql?query={declarations{totalCount}}")).Content.ReadAsStringAsync();
        async Task RestrictAsync(bool only) => await world.SystemAdmin.MustAsync(
            "mutation ($input: RestrictClientInput!) { restrictClient(input: $input) { registeredClientId userErrors { code message path } } }",
            new { input = new { id = id.GetProperty("id").GetString(), onlyTrustedDocuments = only } });

        var before = await AskAsync(http);
        await RestrictAsync(true);
        var (restricted, unrestricted) = (await AskAsync(http), await AskAsync(otherHttp));
        await RestrictAsync(false);

        Assert.All([before, unrestricted, await AskAsync(http)], answer => Assert.Contains("\"totalCount\":0", answer, StringComparison.Ordinal));
        Assert.Contains("DOCUMENT_NOT_TRUSTED", restricted, StringComparison.Ordinal);
        Assert.Equal(["RestrictClient", "RestrictClient"], await world.ReadAsync(db => db.AuditEntries.Where(e => e.Action == "RestrictClient").Select(e => e.Action).ToListAsync()));
        await world.SystemAdmin.RunAsync<RetireClient, Outcome<long>>(useCase => useCase.RunAsync(client.Id, CancellationToken.None));
        Assert.Equal(["NOT_FOUND"], (await world.SystemAdmin.AskAsync(
            "mutation ($id: ID!) { restrictClient(input: { id: $id, onlyTrustedDocuments: true }) { userErrors { code message path } } }", new { id = id.GetProperty("id").GetString() })).Refusals);
    }

    [Theory, MemberData(nameof(Wrong))]
    public async Task Client_WithAWrongAnswer_IsRefusedAtIt(string field, object? answer, string code, string path)
    {
        var reply = await (await worlds.On(DatabaseProvider.Sqlite)).SystemAdmin.AskAsync(Register, new { input = Input(field, answer) });

        Assert.Equal([code], reply.Refusals);
        Assert.Equal([path], reply.Paths);
    }

    [Fact]
    public async Task Integrator_WithAWritingScopeOrNoOrganization_IsRefused()
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);
        var reply = await world.SystemAdmin.AskAsync(Register, new { input = new { name = "人事系统", kind = "INTEGRATOR", scopes = new[] { "REVIEW" }, organizationType = "EMPLOYER", organizationCode = "WN0000000" } });

        Assert.Equal(["NOT_AN_OPTION", "NOT_FOUND"], reply.Refusals);
        Assert.Equal(["input.scopes", "input.organizationCode"], reply.Paths);
    }

    [Fact]
    public void Scopes_LeaveOutWhatProgramsNeverDo()
    {
        var left = ClientScopes.PermissionsOf(ClientScopes.All);
        var integrators = ClientScopes.PermissionsOf(ClientScopes.All.Where(scope => scope.IsForIntegrators()));

        Assert.DoesNotContain(left, permission => permission is Permission.ChangeOwnPassword or Permission.UseSecondFactor or Permission.RevealPersonalData
            or Permission.KeepClients or Permission.KeepBaseData or Permission.ViewAudit or Permission.ViewAccounts or Permission.ResetPasswords);
        Assert.All(integrators, permission => Assert.StartsWith("View", permission.ToString()));
        Assert.False(new Caller { AccountId = 1, Role = UserType.Employer, Granted = left }.Can(Permission.ReviewDeclarations));
    }

    private static async Task<HttpClient> TokenHttpAsync(World world, ClientSecret client)
    {
        var http = world.Application.CreateClient();
        var reply = await http.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["scope"] = "records",
            ["client_id"] = client.ClientId,
            ["client_secret"] = client.Secret!,
        }));
        var token = JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement.GetProperty("access_token").GetString()!;
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }

    private static Dictionary<string, object?> Input(string field, object? answer) => new()
    {
        ["name"] = "学时助手",
        ["kind"] = "APP",
        ["scopes"] = new[] { "ACCOUNT" },
        ["redirects"] = new[] { "https://app.example.cn/callback" },
        [field] = answer,
    };
}
