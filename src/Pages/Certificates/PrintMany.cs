using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Certificates;

/// <summary>
/// 证书打印 of many people, the same on every list of years: a few lead to their PDF, more to 我的任务; who was left out is named.
/// Source: EMP-25, CER-01, CER-02.
/// </summary>
public static class PrintMany
{
    private const string Document = "Certificates/PrintMany.graphql";
    private const string Pdf = "Printed.Pdf";
    private const string Count = "Printed.Count";
    private const string LeftOut = "Printed.LeftOut";
    private const string InJob = "Printed.Job";
    private const int Named = 10;

    /// <summary>Prints ticked years or, with a filter, all under it. Answers with the refusals.</summary>
    public static async Task<IReadOnlyList<UserError>> PrintAsync(this PageModel page, GraphClient graph, IReadOnlyList<string> years, object? filter)
    {
        object input = filter is null ? new { yearCompletions = years } : new { filter };
        var printed = (await graph.AskAsync<Answer>(Document, "PrintMany", new { input })).PrintCertificates;
        if (printed.UserErrors.Count > 0)
        {
            return printed.UserErrors;
        }

        page.TempData[InJob] = printed.Job?.Title;
        page.TempData[Pdf] = printed.PdfUrl;
        page.TempData[Count] = printed.Printed ?? 0;
        page.TempData[LeftOut] = printed.LeftOut.Count == 0 ? null : string.Join("；", printed.LeftOut.GroupBy(one => one.Reason).Select(Words));
        return [];
    }

    private static string Words(IGrouping<string, LeftOutYear> same)
    {
        var names = same.Select(one => one.Name).OfType<string>().ToList();
        return names.Count == 0 ? same.Key : $"{string.Join("、", names.Take(Named))}{(names.Count > Named ? $"等 {names.Count} 人" : "")}，{same.Key}";
    }

    /// <summary>Where a print leads: to the PDF, to the jobs, or back to the list if somebody was left out.</summary>
    public static IActionResult ToPrinted(this PageModel page)
    {
        if (page.TempData[InJob] is string job)
        {
            page.TempData["Told"] = $"{job}：已转为后台任务，完成后在这里下载。";
            return page.RedirectToPage("/Jobs/Index");
        }

        if (page.TempData.Peek(LeftOut) is null && page.TempData[Pdf] is string pdf)
        {
            return page.LocalRedirect("~" + pdf);
        }

        return page.LocalRedirect(Pieces.QueryLink.With(page.Request));
    }

    /// <summary>What the print before the redirect came to; null where nothing is to be told.</summary>
    public static Told? TakePrinted(this Microsoft.AspNetCore.Mvc.ViewFeatures.ITempDataDictionary memory) =>
        memory[LeftOut] is string left ? new(memory[Pdf] as string, memory[Count] as int? ?? 0, left) : null;

    /// <summary>What is told after a print that left somebody out.</summary>
    public sealed record Told(string? PdfUrl, int Count, string LeftOut);

    private sealed record Answer(PrintedMany PrintCertificates);

    private sealed record PrintedMany(int? Printed, string? PdfUrl, StartedJob? Job, IReadOnlyList<LeftOutYear> LeftOut, IReadOnlyList<UserError> UserErrors);

    private sealed record StartedJob(string Title);

    // The graph says 王芳：2025 年度学时尚未合格; here those with the same reason share it.
    private sealed record LeftOutYear(string Id, string Message)
    {
        public string? Name => Message.IndexOf('：', StringComparison.Ordinal) is > 0 and var end ? Message[..end] : null;

        public string Reason => Name is { } name ? Message[(name.Length + 1)..] : Message;
    }
}
