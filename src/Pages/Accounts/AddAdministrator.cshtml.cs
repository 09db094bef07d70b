using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>新增管理员: a colleague who may sign in at once, with the initial password. Source: EMP-11, PRO-03, SYS-04, ACC-05.</summary>
public sealed class AddAdministratorModel(GraphClient graph) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? IdNumber { get; set; }

    [BindProperty]
    public string? Mobile { get; set; }

    [BindProperty]
    public string? Mail { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var input = new { name = Name ?? "", idNumber = IdNumber ?? "", mobile = Mobile ?? "", mail = Mail ?? "" };
        var answer = (await graph.AskAsync<Answer>("Add", new { input })).AddAdministrator;
        if (this.Refused(answer.UserErrors) is { } refused)
        {
            return refused;
        }

        TempData["Told"] = $"已新增管理员{Name!.Trim()}。请告诉本人初始密码 000000：72 小时内有效，登录后须先修改密码。";
        return RedirectToPage("/Accounts/Administrators");
    }

    private sealed record Answer(Added AddAdministrator);

    private sealed record Added(IReadOnlyList<UserError> UserErrors);
}
