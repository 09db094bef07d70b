using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HnCe.Testing;

namespace HnCe.Pages.Tests.Clients;

/// <summary>A program that uses the graph over HTTP, as one on a telephone or a server does.</summary>
internal sealed class AppUser(World world, string clientId, string? secret = null)
{
    public const string Verifier = "a-verifier-that-nobody-guesses-0123456789-0123456789";

    private readonly HttpClient _http = world.Application.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    /// <summary>The address to which the program sends a person.</summary>
    public string AuthorizeAddress(string scope, params (string Name, string? Value)[] other)
    {
        Dictionary<string, string?> asked = new()
        {
            ["client_id"] = clientId,
            ["response_type"] = "code",
            ["redirect_uri"] = World.Redirect,
            ["scope"] = scope,
            ["state"] = "af0ifjsldkj",
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in other)
        {
            asked[name] = value;
        }

        return "/connect/authorize?" + string.Join('&', asked.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}"));
    }

    /// <summary>Signs in and consents in a browser of its own; answers with the code.</summary>
    public async Task<string> CodeAsync(Actor actor, string scope) => CodeIn(await ConsentAsync(await Shown.OpenAsync(await world.SignInAsync(actor), AuthorizeAddress(scope))));

    /// <summary>Consents where that is asked for; answers with the redirect to the program.</summary>
    public static async Task<Shown> ConsentAsync(Shown shown)
    {
        if (shown.Location!.StartsWith("/connect/consent", StringComparison.Ordinal))
        {
            var told = await (await shown.FollowAsync()).SubmitAsync("main .actions button");
            shown = await ContinueAsync(await told.FollowAsync());
        }

        return shown;
    }

    /// <summary>Goes on from the page between a form of ours and a program.</summary>
    public static Task<Shown> ContinueAsync(Shown between) => between.GoAsync(between.Document.QuerySelector("main a.btn")!.GetAttribute("href")!);

    /// <summary>The code in a redirect to the program.</summary>
    public static string CodeIn(Shown redirect) => QueryOf(redirect)["code"]!;

    /// <summary>What a redirect to the program says.</summary>
    public static System.Collections.Specialized.NameValueCollection QueryOf(Shown redirect) => redirect.Location!.StartsWith(World.Redirect, StringComparison.Ordinal)
        ? System.Web.HttpUtility.ParseQueryString(new Uri(redirect.Location).Query)
        : throw new InvalidOperationException($"{redirect.Location} is not the program's.");

    /// <summary>Fetches tokens for a code.</summary>
    public Task<TokenAnswer> RedeemAsync(string code, string verifier = Verifier) => TokenAsync(
        ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", World.Redirect), ("code_verifier", verifier));

    /// <summary>Fetches tokens for a refresh token.</summary>
    public Task<TokenAnswer> RefreshAsync(string refreshToken) => TokenAsync(("grant_type", "refresh_token"), ("refresh_token", refreshToken));

    /// <summary>Fetches a token in the program's own name.</summary>
    public Task<TokenAnswer> OwnTokenAsync(string scope) => TokenAsync(("grant_type", "client_credentials"), ("scope", scope));

    /// <summary>Posts a form to the token server.</summary>
    public async Task<TokenAnswer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var form = fields.Append(("client_id", clientId)).Concat(secret is null ? [] : [("client_secret", secret)]).ToDictionary(field => field.Item1, field => field.Item2);
        return await TokenAnswer.OfAsync(await _http.PostAsync(path, new FormUrlEncodedContent(form)));
    }

    /// <summary>Asks the graph with a token.</summary>
    public async Task<(HttpResponseMessage Response, string Text)> AskAsync(string token, string query, string scheme = "Bearer")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Authorization = new AuthenticationHeaderValue(scheme, token);
        var response = await _http.SendAsync(request);
        return (response, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Whether a token still opens the graph; anything but yes and 401 fails.</summary>
    public async Task<bool> IsOpenAsync(string token)
    {
        var (response, text) = await AskAsync(token, "{ noticeVersion }");
        if (response.StatusCode is HttpStatusCode.Unauthorized && response.Headers.WwwAuthenticate.ToString() == "Bearer error=\"invalid_token\"")
        {
            return false;
        }

        return response.IsSuccessStatusCode ? true : throw new InvalidOperationException($"{response.StatusCode}: {text}");
    }

    private Task<TokenAnswer> TokenAsync(params (string Name, string Value)[] fields) => PostAsync("/connect/token", fields);
}

/// <summary>What the token server answered.</summary>
internal sealed record TokenAnswer(HttpStatusCode Status, JsonElement Json)
{
    public string Access => Json.GetProperty("access_token").GetString()!;

    public string Refresh => Json.GetProperty("refresh_token").GetString()!;

    public string? Error => Json.ValueKind is JsonValueKind.Object && Json.TryGetProperty("error", out var error) ? error.GetString() : null;

    public static async Task<TokenAnswer> OfAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default);
    }
}
