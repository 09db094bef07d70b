using System.Net;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Hosting;

/// <summary>How many requests one address may send in a minute.</summary>
[Trait("Spec", "SEC-B2")]
public sealed class RequestLimitTests : WorldFixture
{
    [Fact]
    public async Task Requests_BeyondTheLimit_Are429_ButFilesCome()
    {
        await using var strict = World.Application.WithWebHostBuilder(host => host.UseSetting("Traffic:RequestsPerMinute", "1"));
        using var browser = strict.CreateDefaultClient(HnCeApplication.Address);

        var first = await browser.GetAsync("/verify");
        var second = await browser.GetAsync("/verify");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal((HttpStatusCode.TooManyRequests, "60"), (second.StatusCode, second.Headers.RetryAfter?.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/favicon.svg")).StatusCode);
    }
}
