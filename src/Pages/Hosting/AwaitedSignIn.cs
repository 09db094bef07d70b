using System.Globalization;
using HnCe.Domain.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace HnCe.Pages.Hosting;

/// <summary>
/// Remembers between the two steps of a sign-in who gave the right password: a sealed cookie for five minutes, bound to the account and its
/// stamp. It is no session: nothing but the second step reads it. Source: SEC-B13.
/// </summary>
public sealed class AwaitedSignIn(IDataProtectionProvider protection, IHostEnvironment environment, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _protector = protection.CreateProtector("second-factor");

    private string Cookie => environment.IsDevelopment() ? "HnCe.Step" : "__Host-HnCe.Step";

    public void Remember(HttpContext context, SignedInAccount awaited)
    {
        var until = (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds();
        var value = string.Create(CultureInfo.InvariantCulture, $"{awaited.AccountId}|{awaited.Stamp}|{until}");
        context.Response.Cookies.Append(Cookie, _protector.Protect(value), Options(Lifetime));
    }

    /// <summary>Who gave the right password at most five minutes ago; null for anybody else.</summary>
    public SignedInAccount? Recall(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { } cookie)
        {
            return null;
        }

        try
        {
            return _protector.Unprotect(cookie).Split('|') is [var id, var stamp, var until]
                && long.Parse(until, CultureInfo.InvariantCulture) > clock.GetUtcNow().ToUnixTimeSeconds()
                ? new(long.Parse(id, CultureInfo.InvariantCulture), stamp)
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(null));

    private CookieOptions Options(TimeSpan? age) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = !environment.IsDevelopment(), Path = "/", MaxAge = age };
}
