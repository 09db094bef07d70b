using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>注册成功, after the redirect. Source: IND-09, MSG-01 to MSG-05, S-PUB-07.</summary>
public sealed class RegisteredModel : PageModel
{
    /// <summary>Carries the graph's message across the redirect.</summary>
    public const string Message = "Registered";

    // Who reviews, and what is signed in with, by what was registered.
    private static readonly Dictionary<string, (string Reviewer, string Enter)> Reviews = new(StringComparer.Ordinal)
    {
        ["employer"] = ("同级人社部门", "用组织机构代码、身份证号码和密码登录"),
        ["institution"] = ("同级人社部门", "用组织机构代码、身份证号码和密码登录"),
        ["bureau"] = ("上级人社部门", "用本局的组织机构代码、身份证号码和密码登录"),
        ["department"] = ("同级人社部门", "用本部门的组织机构代码、身份证号码和密码登录"),
    };

    /// <summary>Who reviews.</summary>
    public string Reviewer { get; private set; } = "所属单位";

    public IReadOnlyList<TimelineStep> Steps { get; private set; } = [];

    public string Told { get; private set; } = "";

    public IActionResult OnGet(string? kind)
    {
        if (TempData.Peek(Message) is not string told)
        {
            return RedirectToPage("/Index");
        }

        Told = told;
        (Reviewer, var enter) = Reviews.GetValueOrDefault(kind ?? "", (Reviewer, "用身份证号码和密码登录"));
        Steps = [new("您提交了注册信息"), new($"{Reviewer}管理员审核", When: StepTime.Now), new($"审核通过后，{enter}", When: StepTime.Later)];
        return Page();
    }
}
