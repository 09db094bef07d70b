using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Clients;

/// <summary>
/// The step between a form of ours and a program. A browser lets a form lead only where <c>form-action</c> allows, redirects included, and that is
/// this site; from here on it goes by an ordinary address. Source: GRAPH-6.
/// </summary>
[ResponseCache(NoStore = true)]
public sealed class ContinueModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public IActionResult OnGet()
    {
        if (!WayBack.IsToProgram(Back))
        {
            return NotFound();
        }

        Response.Headers["Refresh"] = $"0;url={new Uri(new Uri("http://localhost"), Back).PathAndQuery}";
        return Page();
    }
}
