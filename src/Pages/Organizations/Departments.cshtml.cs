using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Organizations;

/// <summary>组织机构管理: the tree of departments; added, changed, moved and retired, never deleted. Source: EMP-13, S-EMP-06.</summary>
public sealed class DepartmentsModel(GraphClient graph) : PageModel
{
    /// <summary>The department that is being changed; a new one without it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Department { get; set; }

    /// <summary>部门名称.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>上级部门; nothing stands for the top.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Parent { get; set; }

    /// <summary>排序, as typed.</summary>
    [BindProperty]
    public string? Order { get; set; }

    public IReadOnlyList<Branch> Tree { get; private set; } = [];

    /// <summary>The department that is being changed, as it is now.</summary>
    public Branch? Changed => Tree.FirstOrDefault(one => one.Id == Department);

    public IReadOnlyList<Choice> Parents =>
        [.. Tree.Where(one => !one.Retired && one.Id != Department).Select(one => new Choice(one.Id, $"{new string('　', one.Level - 1)}{one.Name}"))];

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        if (Department is null)
        {
            return Page();
        }

        if (Changed is not { } changed)
        {
            return NotFound();
        }

        (Name, Parent, Order) = (changed.Name, changed.ParentId, $"{changed.Order}");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!int.TryParse(string.IsNullOrWhiteSpace(Order) ? "0" : Order, out var order))
        {
            await LoadAsync();
            return this.Refused([new("NOT_A_NUMBER", "排序为 0 至 9999 的整数", "order")])!;
        }

        var name = Name ?? "";
        var errors = Department is null
            ? (await graph.AskAsync<AddAnswer>("Add", new { input = new { name, parent = Parent, order } })).AddDepartment.UserErrors
            : (await graph.AskAsync<ChangeAnswer>("Change", new { input = new { department = Department, name, parent = Parent, order } })).ChangeDepartment.UserErrors;
        return await EndAsync(errors, Department is null ? $"已添加部门“{name.Trim()}”。" : $"已修改部门“{name.Trim()}”。");
    }

    public async Task<IActionResult> OnPostRetireAsync(string id, bool retired)
    {
        var errors = (await graph.AskAsync<RetireAnswer>("Retire", new { input = new { department = id, retired } })).RetireDepartment.UserErrors;
        return await EndAsync(errors, retired ? "部门已停用，注册时不能再选择。" : "部门已启用。");
    }

    private async Task<IActionResult> EndAsync(IReadOnlyList<UserError> errors, string told)
    {
        if (errors.Count > 0)
        {
            await LoadAsync();
            return this.Refused(errors)!;
        }

        TempData["Told"] = told;
        return RedirectToPage("/Organizations/Departments", new { department = (string?)null, parent = (string?)null });
    }

    private async Task LoadAsync()
    {
        var rows = (await graph.AskAsync<TreeAnswer>("Tree")).OwnDepartments;
        var levels = new Dictionary<string, int>();
        foreach (var row in rows)
        {
            levels[row.Id] = row.ParentId is { } above ? levels.GetValueOrDefault(above) + 1 : 1;
        }

        Tree = [.. rows.Select(row => row with { Level = levels[row.Id] })];
    }

    /// <summary>A department in the tree, after the one above it.</summary>
    public sealed record Branch(string Id, string Name, string? ParentId, int Order, bool Retired, int People)
    {
        /// <summary>1 at the top.</summary>
        public int Level { get; init; } = 1;
    }

    private sealed record TreeAnswer(IReadOnlyList<Branch> OwnDepartments);

    private sealed record AddAnswer(Done AddDepartment);

    private sealed record ChangeAnswer(Done ChangeDepartment);

    private sealed record RetireAnswer(Done RetireDepartment);

    private sealed record Done(IReadOnlyList<UserError> UserErrors);
}
