using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>
/// 系统用户信息管理: everybody's accounts, for the system administrator. An ID number is looked up by POST, so that it never stands in
/// an address; the address then names one account, and the list shows all of its owner. Source: SYS-03, S-SYS-01.
/// </summary>
public sealed class UsersModel(GraphClient graph) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    /// <summary>An account of the person that an ID number led to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty]
    public string? IdNumber { get; set; }

    public ListPosition Position => ListPosition.Of(Request);

    public ListAnswer<AccountRow> Found { get; private set; } = null!;

    public IReadOnlyList<Chip> Chips =>
    [
        .. new (string? Value, Chip Chip)[]
        {
            (Type, new($"用户类型：{AccountWords.UserType(Type ?? "")}", "type")),
            (Name, new($"姓名：{Name}", "name")),
            (Unit, new($"单位：{Unit}", "unit")),
            (State, new($"状态：{AccountWords.State(State ?? "")}", "state")),
            (Person, new($"身份证号码：{Found.Nodes.FirstOrDefault()?.IdNumber}", "person")),
        }.Where(one => !string.IsNullOrEmpty(one.Value)).Select(one => one.Chip),
    ];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var found = string.IsNullOrWhiteSpace(IdNumber) ? [] : (await graph.AskAsync<FoundAnswer>("ByIdNumber", new { idNumber = IdNumber })).Accounts.Nodes;
        if (found.Count > 0)
        {
            return RedirectToPage(new { person = found[0].Id });
        }

        await LoadAsync();
        return this.Refused([new("NOT_FOUND", "没有这个身份证号码的用户，请核对号码", "idNumber")])!;
    }

    private async Task LoadAsync()
    {
        // What an address makes up is no condition.
        Type = AccountWords.UserTypes.FirstOrDefault(one => one.Value == Type)?.Value;
        State = AccountWords.States.FirstOrDefault(one => one.Value == State)?.Value;
        var filter = new { userType = Type, states = State is null ? [] : new[] { State }, Name, organizationName = Unit, samePersonAs = Person };
        Found = (await graph.AskAsync<Answer>("Users", new { filter, Position.First, Position.After, Position.Last, Position.Before })).Accounts;
    }

    private sealed record Answer(ListAnswer<AccountRow> Accounts);

    private sealed record FoundAnswer(FoundPage Accounts);

    private sealed record FoundPage(IReadOnlyList<FoundRow> Nodes);

    private sealed record FoundRow(string Id);
}
