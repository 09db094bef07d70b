using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Hosting;

/// <summary>What is too large, broken off or of another kind is the program's mistake, told as data: never a fault of ours and never a page.</summary>
[Trait("Spec", "SEC-C6"), Trait("Spec", "SEC-D5")]
public sealed class BrokenRequestTests : WorldFixture
{
    private const int Megabyte = 1024 * 1024;

    [Theory]
    [InlineData("/session", "application/json", "{\"userType\":\"NOBODY\"}", 400, "BAD_REQUEST")]
    [InlineData("/session", "application/json; charset=nonsense", "{}", 400, "BAD_REQUEST")]
    [InlineData("/session", "text/plain", "{}", 415, "BAD_REQUEST")]
    [InlineData("/session", "application/json", "large", 413, "BAD_REQUEST")]
    [InlineData("/connect/token", "application/x-www-form-urlencoded", "large", 413, "invalid_request")]
    [InlineData("/connect/token", "application/x-www-form-urlencoded", "many", 400, "invalid_request")]
    [InlineData("/connect/introspect", "application/x-www-form-urlencoded", "many", 400, "invalid_request")]
    [InlineData("/files", "multipart/form-data", "x", 400, "BAD_REQUEST")]
    [InlineData("/files", "multipart/form-data; boundary=x", "x", 400, "BAD_REQUEST")]
    [InlineData("/files", "multipart/form-data; boundary=x", "large", 422, "FILE_TOO_LARGE")]
    public async Task Body_ThatIsNone_IsAMistakeOfTheProgram(string path, string type, string body, int status, string code)
    {
        using var http = new HttpClient { BaseAddress = World.Application.Listen() };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(BytesOf(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.Add("GraphQL-Preflight", "1");
        request.Headers.ExpectContinue = true;
        using var answer = await http.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(code, CodeIn(await answer.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    [Trait("Spec", "SEC-C3")]
    public async Task Session_WithoutPreflight_IsRefusedInTheWordsOfTheGraph(string method)
    {
        using var request = new HttpRequestMessage(new(method), "/session") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        using var answer = await World.Application.Browser().SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("CROSS_SITE_REQUEST", CodeIn(await answer.Content.ReadAsStringAsync()));
    }

    private static byte[] BytesOf(string body) => body switch
    {
        "large" => [.. "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"u8, .. new byte[12 * Megabyte]],
        "many" => Encoding.ASCII.GetBytes(string.Join('&', Enumerable.Repeat("a=b", 5000))),
        _ => Encoding.UTF8.GetBytes(body),
    };

    private static string? CodeIn(string text)
    {
        var json = JsonDocument.Parse(text).RootElement;
        return json.TryGetProperty("error", out var error) ? error.GetString()
            : json.TryGetProperty("userErrors", out var refusals) ? refusals[0].GetProperty("code").GetString()
            : json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
    }
}
