using System.Globalization;
using HnCe.Pages.Hosting;
using HnCe.Pages.Organizations;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>移除权限, 禁用, 启用, 初始化密码: says how many, who and what happens, then does it. Source: EMP-11, BUR-09 to BUR-12, PRO-03, SYS-03.</summary>
public sealed class ConfirmActionModel(GraphClient graph) : PageModel
{
    /// <summary>Carries what was left as it was to the list.</summary>
    public const string Left = "AccountsLeft";

    private const string Users = "users";
    private const string Administrators = "administrators";
    private const string Managed = "/Organizations/Manage";

    [BindProperty(SupportsGet = true, Name = "id")]
    public IReadOnlyList<string> Ids { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "verb")]
    public string? VerbCode { get; set; }

    /// <summary>The list that was left: users, administrators, or the id of an organization.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public AccountVerb? Verb => AccountVerb.Of(VerbCode);

    public IReadOnlyList<AccountRow> Chosen { get; private set; } = [];

    public string Back => From switch
    {
        Users => Url.Page("/Accounts/Users")!,
        Administrators or null => Url.Page("/Accounts/Administrators")!,
        _ => Url.Page("/Organizations/ManageAdministrators", new { id = From })!,
    };

    public string MenuPage => From switch
    {
        Users => "/Accounts/Users",
        Administrators or null => "/Accounts/Administrators",
        _ => Managed,
    };

    public IReadOnlyList<Crumb> Crumbs => MenuPage == Managed ? [new Crumb(Chosen[0].Organization?.Name ?? "管理员信息", Back), new Crumb(Verb!.Title)] : [new Crumb(Verb!.Title)];

    public async Task<IActionResult> OnGetAsync()
    {
        if (Ids.Count == 0 || Verb is null)
        {
            return LocalRedirect(Back);
        }

        return await LoadAsync() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Verb is not { } verb)
        {
            return LocalRedirect(Back);
        }

        if (!await LoadAsync())
        {
            return NotFound();
        }

        var done = await DoAsync(verb);
        if (this.Refused(done.UserErrors) is { } refused)
        {
            return refused;
        }

        Tell(verb, done);
        return LocalRedirect(Back);
    }

    private async Task<Done> DoAsync(AccountVerb verb)
    {
        var judged = new { input = new { ids = Ids, reason = Reason ?? "" } };
        var plain = new { input = new { ids = Ids } };
        return verb.Code switch
        {
            "REVOKE" => (await graph.AskAsync<Revoked>("Revoke", judged)).RevokeAdministrators,
            "DISABLE" => (await graph.AskAsync<Disabled>("Disable", judged)).DisableAccounts,
            "ENABLE" => (await graph.AskAsync<Enabled>("Enable", plain)).EnableAccounts,
            _ => (await graph.AskAsync<Reset>("Reset", plain)).ResetPasswords,
        };
    }

    private void Tell(AccountVerb verb, Done done)
    {
        var names = Chosen.ToDictionary(one => one.Id, one => one.Name);
        if (done.Succeeded > 0)
        {
            TempData["Told"] = string.Format(CultureInfo.InvariantCulture, verb.Done, done.Succeeded);
        }

        if (done.Refused.Count > 0)
        {
            TempData[Left] = done.Refused.Select(one => $"{names.GetValueOrDefault(one.Id, "这个帐号")}：{one.Message}").ToArray();
        }
    }

    private async Task<bool> LoadAsync()
    {
        Ids = [.. Ids.Distinct()];
        Chosen = [.. (await graph.AskAsync<ChosenAnswer>("Chosen", new { ids = Ids })).Nodes.OfType<AccountRow>().Where(one => one.Id is not null)];
        if (MenuPage == Managed && Chosen.Count > 0)
        {
            // The menu finds its entry by the category.
            RouteData.Values["category"] = ManageCategory.OfUserType(Chosen[0].UserType);
        }

        return Chosen.Count > 0;
    }

    private sealed record ChosenAnswer(IReadOnlyList<AccountRow?> Nodes);

    private sealed record Revoked(Done RevokeAdministrators);

    private sealed record Disabled(Done DisableAccounts);

    private sealed record Enabled(Done EnableAccounts);

    private sealed record Reset(Done ResetPasswords);

    private sealed record Done(int? Succeeded, IReadOnlyList<LeftAccount> Refused, IReadOnlyList<UserError> UserErrors);

    private sealed record LeftAccount(string Id, string Message);
}
