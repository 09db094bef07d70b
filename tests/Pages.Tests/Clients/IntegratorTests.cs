using System.Net;
using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Clients;
using HnCe.Domain.Data.Tokens;
using HnCe.Domain.Declarations;
using HnCe.Pages.Hosting;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Pages.Tests.Clients;

/// <summary>A program acts for one organization; and what the token server says about itself.</summary>
[Trait("Spec", "GRAPH-7")]
public sealed class IntegratorTests : WorldFixture
{
    private const string Declarations = "{ declarations { nodes { id } } }";

    [Fact]
    [Trait("Spec", "SEC-A2")]
    public async Task Integrator_SeesItsOrganizationAndNothingElse()
    {
        var teacher = await World.ProfessionalAsync(World.School);
        var id = World.IdOf(await World.DeclarationAsync(teacher, DeclarationStatus.UnderReview));
        var (school, hospital, city, other) = (await ProgramAsync(World.School), await ProgramAsync(World.Hospital), await ProgramAsync(World.Zhengzhou), await ProgramAsync(World.Luoyang));

        Assert.Contains(id, await school.AskOwnAsync(Declarations), StringComparison.Ordinal);
        Assert.Contains(id, await city.AskOwnAsync(Declarations), StringComparison.Ordinal);
        Assert.DoesNotContain(id, await hospital.AskOwnAsync(Declarations), StringComparison.Ordinal);
        Assert.DoesNotContain(id, await other.AskOwnAsync(Declarations), StringComparison.Ordinal);
        Assert.Contains("\"declaration\":null", await hospital.AskOwnAsync($"{{ declaration(id: \"{id}\") {{ title }} }}"), StringComparison.Ordinal);
        Assert.Contains("\"viewer\":null", await school.AskOwnAsync("{ viewer { name } }"), StringComparison.Ordinal);
        Assert.Contains("FORBIDDEN", await school.AskOwnAsync("{ professionals { totalCount } }"), StringComparison.Ordinal);
        Assert.Contains("FORBIDDEN", await school.AskOwnAsync("{ inbox { totalCount } }"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Integrator_WithAWrongSecretOrScope_GetsNoToken()
    {
        var client = await World.IntegratorAsync(World.School, ClientScope.Records);
        var app = await World.AppAsync(ClientScope.Records);

        var wrong = await new AppUser(World, client.ClientId, "wrong").OwnTokenAsync("records");
        var none = await new AppUser(World, client.ClientId).OwnTokenAsync("records");
        var greedy = await new AppUser(World, client.ClientId, client.Secret).OwnTokenAsync("records people");
        var noIntegrator = await new AppUser(World, app.ClientId).OwnTokenAsync("records");

        var without = await new AppUser(World, client.ClientId, client.Secret).PostAsync("/connect/token", ("grant_type", "client_credentials"));

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (wrong.Status, wrong.Error));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_scope"), (without.Status, without.Error));
        Assert.All([none, greedy, noIntegrator], answer => Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (answer.Status, answer.Error)));
    }

    [Fact]
    public async Task Integrator_RetiredOrOfARetiredOrganization_EndsAtOnce()
    {
        var (first, second) = (await World.IntegratorAsync(World.School, ClientScope.Records), await World.IntegratorAsync(World.Hospital, ClientScope.Records));
        var (school, hospital) = (new AppUser(World, first.ClientId, first.Secret), new AppUser(World, second.ClientId, second.Secret));
        var (one, two) = ((await school.OwnTokenAsync("records")).Access, (await hospital.OwnTokenAsync("records")).Access);

        await World.RetireAsync(World.School);
        (await World.SystemAdmin.RunAsync<RetireClient, Outcome<long>>(useCase => useCase.RunAsync(second.Id, CancellationToken.None))).Refusals.ToList().ForEach(refusal => Assert.Fail(refusal.Message));

        Assert.False(await school.IsOpenAsync(one));
        Assert.False(await hospital.IsOpenAsync(two));
        Assert.Equal("invalid_grant", (await school.OwnTokenAsync("records")).Error);
        Assert.Equal("unauthorized_client", (await hospital.OwnTokenAsync("records")).Error);
    }

    [Fact]
    public async Task Secret_Renewed_OnlyTheNewOneIsRight_AndNoneIsStored()
    {
        var client = await World.IntegratorAsync(World.School, ClientScope.Records);
        var former = new AppUser(World, client.ClientId, client.Secret);
        Assert.True(await former.IsOpenAsync((await former.OwnTokenAsync("records")).Access));

        var renewed = (await World.SystemAdmin.RunAsync<RenewClientSecret, Outcome<ClientSecret>>(useCase => useCase.RunAsync(client.Id, CancellationToken.None))).Value!;

        Assert.Equal("invalid_client", (await former.OwnTokenAsync("records")).Error);
        Assert.Null((await new AppUser(World, client.ClientId, renewed.Secret).OwnTokenAsync("records")).Error);
        var stored = await World.ReadAsync(db => db.Set<OpenIddict.EntityFrameworkCore.Models.OpenIddictEntityFrameworkCoreApplication<long>>().Select(a => a.ClientSecret).SingleAsync());
        Assert.DoesNotContain(stored!, new[] { client.Secret, renewed.Secret });
    }

    [Fact]
    public async Task Introspection_TellsThePresenterOnly()
    {
        var (client, foreign) = (await World.IntegratorAsync(World.School, ClientScope.Records), await World.IntegratorAsync(World.Hospital, ClientScope.Records));
        var (school, hospital) = (new AppUser(World, client.ClientId, client.Secret), new AppUser(World, foreign.ClientId, foreign.Secret));
        var token = (await school.OwnTokenAsync("records")).Access;

        var own = await school.PostAsync("/connect/introspect", ("token", token));
        var other = await hospital.PostAsync("/connect/introspect", ("token", token));
        var app = await new AppUser(World, (await World.AppAsync(ClientScope.Records)).ClientId).PostAsync("/connect/introspect", ("token", token));
        await school.PostAsync("/connect/revoke", ("token", token));
        var ended = await school.PostAsync("/connect/introspect", ("token", token));

        Assert.True(own.Json.GetProperty("active").GetBoolean());
        Assert.Equal(client.ClientId, own.Json.GetProperty("client_id").GetString());
        Assert.False(ended.Json.GetProperty("active").GetBoolean());
        Assert.NotEqual(HttpStatusCode.OK, app.Status);
        Assert.False(other.Status is HttpStatusCode.OK && other.Json.GetProperty("active").GetBoolean());
    }

    [Fact]
    [Trait("Spec", "GRAPH-6")]
    public async Task Discovery_SaysWhatHolds()
    {
        var http = World.Application.CreateClient();
        var found = JsonDocument.Parse(await http.GetStringAsync("/.well-known/openid-configuration")).RootElement;
        var keys = JsonDocument.Parse(await http.GetStringAsync(new Uri(found.GetProperty("jwks_uri").GetString()!).PathAndQuery)).RootElement;

        Assert.Equal("http://localhost:5080/", found.GetProperty("issuer").GetString());
        Assert.EndsWith("/connect/authorize", found.GetProperty("authorization_endpoint").GetString());
        Assert.EndsWith("/connect/token", found.GetProperty("token_endpoint").GetString());
        Assert.EndsWith("/connect/revoke", found.GetProperty("revocation_endpoint").GetString());
        Assert.EndsWith("/connect/introspect", found.GetProperty("introspection_endpoint").GetString());
        Assert.Equal(["S256"], Texts(found, "code_challenge_methods_supported"));
        Assert.Equal(["code"], Texts(found, "response_types_supported"));
        Assert.Equal(["query"], Texts(found, "response_modes_supported"));
        Assert.Equal(["authorization_code", "client_credentials", "refresh_token"], Texts(found, "grant_types_supported").Order());
        Assert.Equal(["client_secret_basic", "client_secret_post"], Texts(found, "token_endpoint_auth_methods_supported").Order());
        Assert.Superset(ClientScopes.All.Select(scope => scope.NameOf()).ToHashSet(), Texts(found, "scopes_supported").ToHashSet());
        var key = Assert.Single(keys.GetProperty("keys").EnumerateArray());
        Assert.Equal("RS256", key.GetProperty("alg").GetString());
        Assert.False(key.TryGetProperty("d", out _));
    }

    [Fact]
    public async Task Keys_Renewed_AreReadByARunningInstance_AndFormerTokensStayGood()
    {
        var client = await World.IntegratorAsync(World.School, ClientScope.Records);
        var school = new AppUser(World, client.ClientId, client.Secret);
        var before = (await school.OwnTokenAsync("records")).Access;

        await using (var scope = World.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<TokenKeys>().RenewAsync(scope.ServiceProvider.GetRequiredService<Domain.Data.HnCeDbContext>(), force: true, CancellationToken.None);
        }

        World.Application.Services.GetRequiredService<TokenKeyRing>().Refresh();
        var keys = JsonDocument.Parse(await World.Application.CreateClient().GetStringAsync("/.well-known/jwks")).RootElement;

        Assert.Equal(2, keys.GetProperty("keys").GetArrayLength());
        Assert.True(await school.IsOpenAsync(before));
        Assert.True(await school.IsOpenAsync((await school.OwnTokenAsync("records")).Access));
        Assert.All(await World.ReadAsync(db => db.TokenKeys.Select(key => key.Sealed).ToListAsync()), bytes => Assert.Equal(1, bytes[0]));
    }

    private static IEnumerable<string> Texts(JsonElement json, string name) => json.GetProperty(name).EnumerateArray().Select(item => item.GetString()!);

    private async Task<OwnProgram> ProgramAsync(Domain.Organizations.Organization organization)
    {
        var client = await World.IntegratorAsync(organization, ClientScope.Records);
        var program = new AppUser(World, client.ClientId, client.Secret);
        return new(program, (await program.OwnTokenAsync("records")).Access);
    }

    private sealed record OwnProgram(AppUser User, string Token)
    {
        public async Task<string> AskOwnAsync(string query) => (await User.AskAsync(Token, query)).Text;
    }
}
