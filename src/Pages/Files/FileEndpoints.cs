using System.Globalization;
using HnCe.Domain.Access;
using HnCe.Domain.Certificates;
using HnCe.Domain.Files;
using HnCe.Domain.Jobs;
using HnCe.Graph.Server;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Antiforgery;

namespace HnCe.Pages.Files;

/// <summary>
/// Files do not travel through the graph: an upload is answered with the id (for a visitor, the ticket) that a mutation takes, a download is authorized for each request.
/// </summary>
public static class FileEndpoints
{
    // A multipart body is a little larger than its file; the file itself is measured while it is read.
    private const long MostBytes = FileLimits.MostBytes + 64 * 1024;

    public static void MapHnCeFiles(this IEndpointRouteBuilder app)
    {
        app.MapPost("/files", UploadAsync).DisableAntiforgery()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(MostBytes));
        app.MapGet("/files/{id}", DownloadAsync).RequireAuthorization(nameof(Permission.UseOwnAccount)).WithSecurityHeadersPolicy(SecurityHeaders.OwnFrame);
        app.MapGet("/certificates.pdf", CertificatesAsync).RequireAuthorization(nameof(Permission.ViewCertificates)).WithSecurityHeadersPolicy(SecurityHeaders.OwnFrame);
        app.MapGet("/certificates/{number}.pdf", CertificateAsync).RequireAuthorization(nameof(Permission.ViewCertificates)).WithSecurityHeadersPolicy(SecurityHeaders.OwnFrame);
    }

    /// <summary>Takes the one file of a multipart form in a page's post; shared with the pages that work without JavaScript.</summary>
    public static async Task<Outcome<Attachment>> TakeAsync(IFormFileCollection files, AttachFile useCase, CancellationToken cancel)
    {
        if (files.Count > 1)
        {
            return new Refusal(RefusalCode.OneFileOnly, "如有多个文件，请先压缩成一个文件再上传", "file");
        }

        await using var content = files.Count == 0 ? null : files[0].OpenReadStream();
        return await useCase.RunAsync(content, files.Count == 0 ? null : files[0].FileName, cancel);
    }

    // Open to visitors, who register with a scan; they get a ticket, good for one registration, and no id (EMP-01).
    private static async Task<IResult> UploadAsync(HttpContext context, IAntiforgery antiforgery, CallerHolder holder, VisitorUploadLimit limit, AttachFile useCase)
    {
        var caller = holder.Caller;
        if (caller.IsSignedIn && !caller.Can(Permission.UseOwnAccount))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        // Scripts of other sites can send forms, but neither these headers nor the token.
        if (!Tokens.AreShown(context.Request) && !context.Request.Headers.ContainsKey(CrossSiteGuard.PreflightHeader) && !await antiforgery.IsRequestValidAsync(context))
        {
            return Results.Json(new { error = new Hosting.UserError("CROSS_SITE", "请求来源不受信任") }, statusCode: StatusCodes.Status403Forbidden);
        }

        if (!context.Request.HasFormContentType)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        if (!caller.IsSignedIn && !limit.Admits(context))
        {
            context.Response.Headers.RetryAfter = VisitorUploadLimit.Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return Results.Json(new { userErrors = new[] { VisitorUploadLimit.Refusal } }, statusCode: StatusCodes.Status429TooManyRequests);
        }

        var outcome = await ReadAsync(context.Request) is { } form ? await TakeAsync(form.Files, useCase, context.RequestAborted) : FileContent.TooLarge;
        return outcome.Value is { } attachment
            ? attachment.Ticket is { } ticket ? Results.Json(new { ticket, name = attachment.Name, size = attachment.Size })
            : Results.Json(new { id = GlobalId.Encode("Attachment", attachment.Id), name = attachment.Name, size = attachment.Size })
            : Results.Json(new { userErrors = UserErrors.Of(outcome.Refusals) }, statusCode: StatusCodes.Status422UnprocessableEntity);
    }

    // Null when it is larger than a form with the largest file; what is no form at all is a broken request (BrokenRequests).
    private static async Task<IFormCollection?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    private static async Task<IResult> DownloadAsync(string id, bool? show, AttachmentReader attachments, HttpContext context)
    {
        var opened = GlobalId.TryDecode(id, out var type, out var key) && type == "Attachment" ? await attachments.OpenAsync(key, context.RequestAborted) : null;
        if (opened is null)
        {
            return Results.NotFound();
        }

        // Shown inside a page only where it cannot run: pictures and PDF under the sandboxed frame policy; everything else is saved.
        var media = new FileContent(opened.Attachment.Type, opened.Attachment.Size).MediaType;
        return show == true && opened.Attachment.Type is not FileType.Zip
            ? Results.Stream(opened.Content, media)
            : Results.Stream(opened.Content, media, opened.Attachment.Name);
    }

    private static async Task<IResult> CertificateAsync(string number, CertificateReader certificates, CertificatePdf pdf, HttpContext context) =>
        await certificates.ContentAsync(number, context.RequestAborted) is { } content
            ? Results.Bytes(pdf.Draw(content), "application/pdf")
            : Results.NotFound();

    // Many in one PDF, as the print of a few people leads to it; more than that go by a job.
    private static async Task<IResult> CertificatesAsync(string[] number, CertificateReader certificates, CertificatePdf pdf, JobLimits limits, HttpContext context)
    {
        var contents = number.Length <= limits.Certificates ? await certificates.ContentsAsync(number, context.RequestAborted) : [];
        if (contents.Count == 0)
        {
            return Results.NotFound();
        }

        var file = TemporaryFile.Create();
        pdf.Draw(contents, file);
        file.Position = 0;
        return Results.Stream(file, "application/pdf");
    }
}
