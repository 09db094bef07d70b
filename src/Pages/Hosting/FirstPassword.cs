using HnCe.Graph.Server;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Hosting;

/// <summary>
/// Who signed in with the initial password is led from every page to the one that changes it. The caller's permissions close everything
/// else as well; this only says why. Source: ACC-02.
/// </summary>
public static class FirstPassword
{
    private static readonly string[] Open = ["/Accounts/Password", "/Accounts/SignOut", "/Error", "/Status", "/Elder"];

    public static IApplicationBuilder UseHnCeFirstPassword(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var page = context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath;
        if (page is null || Open.Contains(page) || !context.RequestServices.GetRequiredService<CallerHolder>().Caller.MustChangePassword)
        {
            return next(context);
        }

        context.Response.Redirect("/password");
        return Task.CompletedTask;
    });
}
