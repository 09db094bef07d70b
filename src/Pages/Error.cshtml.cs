using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages;

/// <summary>Says that something failed and under which number; never why.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public string TraceId => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
}
