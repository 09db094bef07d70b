using System.Net;
using HnCe.Domain.Accounts;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HnCe.Testing;

/// <summary>The cookie that the sign-in page would set.</summary>
internal static class SessionCookie
{
    public static async Task<CookieContainer> ForAsync(HnCeApplication application, SignedInAccount account)
    {
        await using var scope = application.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Scheme = "http";
        context.Request.Host = new("localhost");
        await Sessions.StartAsync(context, account, scope.ServiceProvider.GetRequiredService<TimeProvider>());
        var cookies = new CookieContainer();
        cookies.SetCookies(HnCeApplication.Address, context.Response.Headers.SetCookie.ToString());
        return cookies;
    }
}
