using System.Globalization;
using HnCe.Pages.Audit;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.ReferenceData;

/// <summary>新增, 修改, 停用 and 启用 of an entry of 单位性质 or 隶属关系, and its history. Source: BAS-03, BAS-04.</summary>
public sealed class CodeItemModel(GraphClient graph) : PageModel
{
    /// <summary>The entry's code in the address; null for a new one.</summary>
    [FromRoute(Name = "code")]
    public string? Known { get; set; }

    [BindProperty]
    public CodeForm Form { get; set; } = new();

    public KeptList List { get; private set; } = null!;

    /// <summary>The entry as it is; null for a new one.</summary>
    public Item? Code { get; private set; }

    /// <summary>How many organizations chose it.</summary>
    public int Uses { get; private set; }

    public IReadOnlyList<AuditLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string list) => await LoadAsync(list, typed: false) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string list)
    {
        if (!await LoadAsync(list))
        {
            return NotFound();
        }

        if (!int.TryParse(Form.Order, NumberStyles.None, CultureInfo.InvariantCulture, out var order))
        {
            return this.Refused([new("NOT_A_NUMBER", "排序应为 0 至 9999 的整数", "order")])!;
        }

        var input = new { list = List.Name, code = Known ?? Form.Code ?? "", name = Form.Name ?? "", order };
        var errors = Code is null
            ? (await graph.AskAsync<AddAnswer>("Add", new { input })).AddCodeItem.UserErrors
            : (await graph.AskAsync<ChangeAnswer>("Change", new { input })).ChangeCodeItem.UserErrors;
        return Told(errors, $"已保存“{Form.Name}”。");
    }

    public async Task<IActionResult> OnPostRetireAsync(string list) => await LoadAsync(list, typed: false) && Code is not null
        ? Told((await graph.AskAsync<RetireAnswer>("Retire", new { input = Key })).RetireCodeItem.UserErrors, $"已停用“{Code.Name}”，不再提供选择。")
        : NotFound();

    public async Task<IActionResult> OnPostReactivateAsync(string list) => await LoadAsync(list, typed: false) && Code is not null
        ? Told((await graph.AskAsync<ReactivateAnswer>("Reactivate", new { input = Key })).ReactivateCodeItem.UserErrors, $"已启用“{Code.Name}”。")
        : NotFound();

    private object Key => new { list = List.Name, code = Known };

    private IActionResult Told(IReadOnlyList<UserError> errors, string words)
    {
        if (this.Refused(errors) is { } refused)
        {
            return refused;
        }

        TempData["Told"] = words;
        return RedirectToPage(List.Page);
    }

    private async Task<bool> LoadAsync(string list, bool typed = true)
    {
        if (KeptList.Of(list) is not { } known)
        {
            return false;
        }

        List = known;
        if (Known is null)
        {
            return true;
        }

        var answer = await graph.AskAsync<CodeAnswer>("Code", new { list = List.Name, code = Known });
        (Code, Uses) = (answer.KeptCodes.FirstOrDefault(), answer.CodeUses);
        if (Code is null)
        {
            return false;
        }

        Form = typed ? Form : new() { Code = Code.Code, Name = Code.Name, Order = Code.Order.ToString(CultureInfo.InvariantCulture) };
        History = await graph.HistoryAsync(Code.AuditSubject);
        return true;
    }

    /// <summary>An entry in full.</summary>
    public sealed record Item(string Code, string Name, int Order, bool Retired, string AuditSubject);

    private sealed record CodeAnswer(IReadOnlyList<Item> KeptCodes, int CodeUses);

    private sealed record AddAnswer(Kept AddCodeItem);

    private sealed record ChangeAnswer(Kept ChangeCodeItem);

    private sealed record RetireAnswer(Kept RetireCodeItem);

    private sealed record ReactivateAnswer(Kept ReactivateCodeItem);

    private sealed record Kept(string? Code, IReadOnlyList<UserError> UserErrors);
}

/// <summary>What is typed about an entry. Source: BAS-06.</summary>
public sealed class CodeForm
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Order { get; set; }
}
