using System.Globalization;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Declarations;

/// <summary>申报类型与学时折算标准: what each of the fifteen types gives, what was changed for coming years, and until when a year can be declared. Source: DEC-05, DEC-10, DEC-11.</summary>
public sealed class RulesModel(GraphClient graph, TimeProvider clock) : PageModel
{
    /// <summary>Current credit year.</summary>
    public int Year => ChineseTime.Day(clock.GetUtcNow()).Year;

    /// <summary>The types, each with its versions, newest first.</summary>
    public IReadOnlyList<IReadOnlyList<Standard>> Types { get; private set; } = [];

    /// <summary>Closing dates by credit year, as they are or as they were typed.</summary>
    public IReadOnlyDictionary<int, string> Closings { get; private set; } = new Dictionary<int, string>();

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(int creditYear, string? closesOn)
    {
        await LoadAsync();
        if (!DateOnly.TryParseExact(closesOn?.Trim(), "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return this.Refused([new("INVALID_DATE", "截止日期不是有效日期", Field(creditYear))])!;
        }

        var errors = (await graph.AskAsync<ClosedAnswer>("Close", new { input = new { creditYear, closesOn = day } })).SetCreditYearClosing.UserErrors;
        TempData["Told"] = errors.Count > 0 ? null : $"{creditYear}年度的申报截止日期已设为 {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}。";
        return this.Refused([.. errors.Select(error => error with { Path = Field(creditYear) })]) ?? RedirectToPage();
    }

    /// <summary>The id of a year's field: two forms on one page have the same name for it.</summary>
    public static string Field(int creditYear) => string.Create(CultureInfo.InvariantCulture, $"closing{creditYear}");

    /// <summary>The version that holds this year.</summary>
    public Standard InForce(IReadOnlyList<Standard> versions) => versions.First(version => version.Type.ValidFromYear <= Year);

    private async Task LoadAsync()
    {
        var answer = await graph.AskAsync<Answer>("Rules", new { last = Year - 1, now = Year });
        Types = [.. answer.DeclarationRevisions.GroupBy(one => one.Type.Kind).Select(IReadOnlyList<Standard> (group) => [.. group])];
        Closings = new Dictionary<int, string> { [Year - 1] = answer.Last, [Year] = answer.Now };
    }

    /// <summary>One version of a type with its hours in words.</summary>
    public sealed record Standard(string? Id, IReadOnlyList<string> Hours, string? MadeBy, DateTime? MadeAt, TypeOf Type);

    /// <summary>The type and the years that the version holds for.</summary>
    public sealed record TypeOf(string Kind, string Name, int ValidFromYear, int? ValidToYear);

    private sealed record Answer(IReadOnlyList<Standard> DeclarationRevisions, string Last, string Now);

    private sealed record ClosedAnswer(ErrorsAnswer SetCreditYearClosing);
}
