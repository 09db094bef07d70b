using HnCe.Domain.Accounts;

namespace HnCe.Pages.Accounts;

/// <summary>
/// 验证码: <c>GET /captcha</c> draws a picture, <c>GET /captcha/words</c> asks a sum in words (文字题); the challenge's id travels in a cookie for pages and in the header <c>Captcha-Id</c> for programs. Source: LOG-07.
/// </summary>
public static class CaptchaEndpoint
{
    public const string Cookie = "HnCe.Captcha";
    public const string Header = "Captcha-Id";

    public static void MapHnCeCaptcha(this IEndpointRouteBuilder app)
    {
        app.MapGet("/captcha", async (HttpContext context, Captchas captchas) =>
        {
            var drawn = await captchas.DrawAsync(context.RequestAborted);
            Name(context, drawn.Id);
            return Results.Bytes(drawn.Png, "image/png");
        });
        app.MapGet("/captcha/words", async (HttpContext context) => Results.Text(await AskAsync(context)));
    }

    /// <summary>A question in words instead of a picture; the same cookie names it.</summary>
    public static async Task<string> AskAsync(HttpContext context)
    {
        var asked = await context.RequestServices.GetRequiredService<Captchas>().AskAsync(context.RequestAborted);
        Name(context, asked.Id);
        return asked.Question;
    }

    private static void Name(HttpContext context, string id)
    {
        context.Response.Headers[Header] = id;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Cookies.Append(Cookie, id, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = CaptchaChallenge.Lifetime });
    }
}
