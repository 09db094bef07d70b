using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Hosting;

/// <summary>Turns the user errors of a mutation into the same page again, with its answers kept and status 422.</summary>
public static class PageRefusals
{
    /// <summary>Null when nothing was refused: <c>return this.Refused(answer.UserErrors) ?? RedirectToPage("Index");</c></summary>
    public static IActionResult? Refused(this PageModel page, IReadOnlyList<UserError> errors)
    {
        if (errors.Count == 0 && page.ModelState.IsValid)
        {
            return null;
        }

        if (errors.Count > 0)
        {
            page.ViewData.Keep(new FormErrors(errors));
        }

        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }
}
