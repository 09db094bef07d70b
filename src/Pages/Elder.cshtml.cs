using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages;

/// <summary>长者模式: sets or drops a cookie and leads back within this site.</summary>
[AllowAnonymous]
public sealed class ElderModel : PageModel
{
    public const string Cookie = "elder";

    public IActionResult OnGet(bool on, string? back)
    {
        var options = new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = on ? TimeSpan.FromDays(365) : TimeSpan.Zero,
            SameSite = SameSiteMode.Lax,
            Secure = Request.IsHttps,
        };
        Response.Cookies.Append(Cookie, on ? "1" : "0", options);
        return LocalRedirect(Url.IsLocalUrl(back) ? back! : "~/");
    }
}
