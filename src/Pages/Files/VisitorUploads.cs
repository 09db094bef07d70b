using HnCe.Domain.Files;
using HnCe.Pages.Hosting;

namespace HnCe.Pages.Files;

/// <summary>Takes the file in a visitor's post, for the wizards that work without JavaScript. Source: EMP-01, INS-01.</summary>
public sealed class VisitorUploads(AttachFile attach, VisitorUploadLimit limit)
{
    /// <summary>The file of the post under its ticket; nothing when none was chosen, and refusals at <paramref name="path"/>.</summary>
    public async Task<(PostedFile? File, IReadOnlyList<UserError> Errors)> TakeAsync(HttpContext context, string path)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.Files.Any(file => file.Length > 0) && !limit.Admits(context))
        {
            return (null, [VisitorUploadLimit.Refusal with { Path = path }]);
        }

        var outcome = await PostedFile.TakeAsync(form, attach, context.RequestAborted);
        return (outcome.Value, [.. UserErrors.Of(outcome.Refusals).Select(error => error with { Path = path })]);
    }
}
