using System.Globalization;
using HnCe.Domain.Access;
using HnCe.Domain.Files;
using HnCe.Graph.Server;

namespace HnCe.Pages.Files;

/// <summary>A file that a form of a page sent and the system has taken; it travels as hidden fields until the form is complete.</summary>
/// <param name="Id">Id, or for a visitor the ticket, that a mutation takes.</param>
/// <param name="Name">Name, for display.</param>
/// <param name="Size">Bytes, for display.</param>
public sealed record PostedFile(string Id, string Name, long Size)
{
    /// <summary>
    /// Largest body of a page that takes a file. A file above <see cref="FileLimits.MostBytes"/> must still arrive, or the person would
    /// lose the whole form and read a bare 413 instead of what is wrong.
    /// </summary>
    public const long MostBody = 64 * 1024 * 1024;

    /// <summary>The file of a form; a null value when none was chosen.</summary>
    public static async Task<Outcome<PostedFile?>> TakeAsync(IFormCollection form, AttachFile useCase, CancellationToken cancel)
    {
        var chosen = new FormFileCollection();
        chosen.AddRange(form.Files.Where(file => file.FileName.Length > 0 || file.Length > 0));
        if (chosen.Count == 0)
        {
            return (PostedFile?)null;
        }

        var outcome = await FileEndpoints.TakeAsync(chosen, useCase, cancel);
        return outcome.Value is { } taken
            ? new PostedFile(taken.Ticket?.ToString() ?? GlobalId.Encode("Attachment", taken.Id), taken.Name, taken.Size)
            : outcome.Refusals.Select(refusal => refusal.Path is null ? refusal.At("file") : refusal).ToList();
    }

    /// <summary>The file that an earlier post of the same form had taken.</summary>
    public static PostedFile? Kept(IFormCollection form) => form["fileId"].ToString() is { Length: > 0 } id
        ? new(id, form["fileName"].ToString(), long.TryParse(form["fileSize"], NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0)
        : null;
}
