using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HnCe.Pages.Home;

/// <summary>The home page of roles without tasks of their own: their modules.</summary>
public sealed class Plain(IFrameData frame, KnownPages pages) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var known = await frame.ReadAsync(HttpContext.RequestAborted);
        var modules = pages.Existing(known?.Menu ?? []).Where(group => group.Title is not null);
        return View("/Home/_Plain.cshtml", new PlainHome(known?.Name ?? "", [.. modules]));
    }
}

/// <summary>What that page shows.</summary>
public sealed record PlainHome(string Name, IReadOnlyList<MenuGroup> Modules);
