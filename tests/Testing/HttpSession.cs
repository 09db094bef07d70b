using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HnCe.Testing;

/// <summary>Signing in over the network, as a program of somebody else does.</summary>
public static class HttpSession
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) } };

    /// <summary>A client that has signed in as somebody and follows no redirects, and its cookie.</summary>
    public static async Task<(HttpClient Client, string Cookie)> StartAsync(Uri address, Actor actor)
    {
        var cookies = new CookieContainer();
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("GraphQL-Preflight", "1");
        var answer = await client.PostAsJsonAsync("/session", actor.Credentials, Json);
        return answer.IsSuccessStatusCode ? (client, cookies.GetCookieHeader(address)) : throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
