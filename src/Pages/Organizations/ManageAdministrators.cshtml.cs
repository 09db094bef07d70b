using HnCe.Pages.Accounts;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Organizations;

/// <summary>管理员信息: the administrators of one organization with what the bureau may do to them. Source: BUR-09 to BUR-12, PRO-06 to PRO-09.</summary>
public sealed class ManageAdministratorsModel(GraphClient graph) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public OrganizationName Organization { get; private set; } = null!;

    public ManageCategory Kind => ManageCategory.OfKind(Organization.Kind);

    public IReadOnlyList<AccountRow> Rows { get; private set; } = [];

    /// <summary>Whom a verb fits.</summary>
    public IReadOnlyList<string> Ids(AccountVerb verb) => [.. Rows.Where(row => row.AllowedActions.Contains(verb.Code)).Select(row => row.Id)];

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await graph.AskAsync<Answer>("Administrators", new { id = Id });
        if (answer.Node?.Id is null)
        {
            return NotFound();
        }

        (Organization, Rows) = (answer.Node, answer.Accounts.Nodes);
        // The menu finds its entry by the category.
        RouteData.Values["category"] = Kind.Category;
        return Page();
    }

    public sealed record OrganizationName(string Id, string Name, string Kind);

    private sealed record Answer(OrganizationName? Node, AccountsAnswer Accounts);

    private sealed record AccountsAnswer(IReadOnlyList<AccountRow> Nodes);
}
