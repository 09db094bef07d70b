using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Hosting;

/// <summary>Where a person goes on after signing in or consenting; an address of this site only. Source: SEC-B15.</summary>
public static class WayBack
{
    /// <summary>Whether an address is a request of a program.</summary>
    public static bool IsToProgram(string? back) => back?.StartsWith(Tokens.AuthorizePath + "?", StringComparison.Ordinal) is true;

    /// <summary>Goes on.</summary>
    public static IActionResult Back(this PageModel page, string? back) => IsToProgram(back) ? page.RedirectToPage("/Clients/Continue", new { back })
        : page.Url.IsLocalUrl(back) ? page.LocalRedirect(back!)
        : page.RedirectToPage("/Home/Index");
}
