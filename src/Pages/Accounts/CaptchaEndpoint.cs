using HnCe.Domain.Accounts;

namespace HnCe.Pages.Accounts;

/// <summary>
/// 验证码: <c>GET /captcha</c> draws a picture; the challenge's id travels in a cookie for pages and in the header <c>Captcha-Id</c> for programs. Source: LOG-07.
/// </summary>
public static class CaptchaEndpoint
{
    public const string Cookie = "HnCe.Captcha";
    public const string Header = "Captcha-Id";

    public static void MapHnCeCaptcha(this IEndpointRouteBuilder app) => app.MapGet("/captcha", async (HttpContext context, Captchas captchas) =>
    {
        var drawn = await captchas.DrawAsync(context.RequestAborted);
        context.Response.Headers[Header] = drawn.Id;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Cookies.Append(Cookie, drawn.Id, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = CaptchaChallenge.Lifetime });
        return Results.Bytes(drawn.Png, "image/png");
    });
}
