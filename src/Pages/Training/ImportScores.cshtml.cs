using HnCe.Domain.Access;
using HnCe.Domain.Exports;
using HnCe.Domain.Training;
using HnCe.Graph.Server;
using HnCe.Pages.Files;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>导入成绩 of one class: template, upload, preview of the bad rows, then the good ones are written. Source: SCO-05.</summary>
[RequestSizeLimit(PostedFile.MostBody)]
[RequestFormLimits(MultipartBodyLengthLimit = PostedFile.MostBody, ValueLengthLimit = 16 * 1024 * 1024)]
public sealed class ImportScoresModel(GraphClient graph, ImportScores import, IDataProtectionProvider protection, Caller caller, TimeProvider clock) : PageModel
{
    /// <summary>Bad rows that are shown; the number of all is told.</summary>
    public const int MostShown = 500;

    private readonly ScorePreview _preview = new(protection, caller, clock);

    /// <summary>Id of the class.</summary>
    [FromQuery(Name = "class")]
    public string? ClassId { get; set; }

    /// <summary>选择培训班名称.</summary>
    public ClassChoice Choice { get; private set; } = null!;

    /// <summary>The chosen class; null while none is chosen.</summary>
    public StoredClass? Class { get; private set; }

    /// <summary>What was found in the file; null before the upload.</summary>
    public ImportFindings? Found { get; private set; }

    /// <summary>The rows, sealed for the confirmation.</summary>
    public string? Sealed { get; private set; }

    /// <summary>This page, for the chosen class.</summary>
    public string Address(string? handler) => Url.Page("/Training/ImportScores", handler, new { @class = Class?.Id })!;

    public async Task<IActionResult> OnGetAsync() => await FindAsync() || string.IsNullOrEmpty(ClassId) ? Page() : NotFound();

    /// <summary>The template: headings only.</summary>
    public async Task<IActionResult> OnGetTemplateAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        var file = TemporaryFile.Create();
        await Spreadsheet.WriteAsync(file, "成绩", [.. ScoreFile.Headings.Select(heading => heading == "成绩" && !Class!.ByScore ? "是否合格" : heading)],
            AsyncEnumerable.Empty<IReadOnlyList<object?>>(), HttpContext.RequestAborted);
        file.Position = 0;
        return new FileStreamResult(file, Spreadsheet.MediaType) { FileDownloadName = "成绩导入模板.xlsx" };
    }

    /// <summary>预览: says which rows are bad.</summary>
    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (file is null)
        {
            return Refuse([new(RefusalCode.FileRequired, "请选择填好的成绩文件", "file")]);
        }

        await using var upload = file.OpenReadStream();
        var rows = await ScoreFile.ReadAsync(upload, file.FileName, HttpContext.RequestAborted);
        return rows.IsRefused ? Refuse(rows.Refusals) : await RunAsync(rows.Value!, ImportMode.DryRun);
    }

    /// <summary>导入 of the rows that were good in the preview.</summary>
    public async Task<IActionResult> OnPostImportAsync(string? rows) =>
        !await FindAsync() ? NotFound()
        : _preview.Open(Class!.Id, rows) is { } kept ? await RunAsync(kept, ImportMode.GoodRowsOnly)
        : Refuse([ImportRefusals.PreviewGone]);

    private async Task<IActionResult> RunAsync(IReadOnlyList<ScoreRow> rows, ImportMode mode)
    {
        var outcome = await import.RunAsync(GlobalId.TryDecode(Class!.Id, out _, out var key) ? key : 0, rows, mode, HttpContext.RequestAborted);
        if (outcome.IsRefused)
        {
            return Refuse(outcome.Refusals);
        }

        var done = outcome.Value!;
        Found = new(done.Good, done.Bad.Count, [.. done.Bad.Take(MostShown).Select(row => new ImportProblem(row.Number, row.Refusal.Message))]);
        if (mode is ImportMode.DryRun)
        {
            Sealed = _preview.Seal(Class.Id, rows);
            return Page();
        }

        TempData["Told"] = $"已导入 {done.Imported} 人的成绩" + (Found.BadCount > 0 ? $"，{Found.BadCount} 行有问题没有导入。" : "。");
        return RedirectToPage("/Training/ImportScores", new { @class = Class.Id });
    }

    private IActionResult Refuse(IEnumerable<Refusal> refusals) => this.Refused(UserErrors.Of(refusals))!;

    private async Task<bool> FindAsync()
    {
        Choice = await graph.ChoiceAsync(Url.Page("/Training/ImportScores")!, ClassId);
        Class = string.IsNullOrEmpty(ClassId) ? null : await graph.ClassAsync(ClassId);
        return Class is not null;
    }
}

/// <summary>What was found in a file.</summary>
public sealed record ImportFindings(int Good, int BadCount, IReadOnlyList<ImportProblem> Bad);

/// <summary>A row that cannot be imported, and why.</summary>
public sealed record ImportProblem(int Number, string Reason);
