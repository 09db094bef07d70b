using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>注册成功, after the redirect. Source: IND-09, MSG-01, S-PUB-07.</summary>
public sealed class RegisteredModel : PageModel
{
    /// <summary>Carries the graph's message across the redirect.</summary>
    public const string Message = "Registered";

    public static readonly TimelineStep[] Steps =
    [
        new("您提交了注册信息"),
        new("所属单位管理员审核", When: StepTime.Now),
        new("审核通过后，用身份证号码和密码登录", When: StepTime.Later),
    ];

    public string Told { get; private set; } = "";

    public IActionResult OnGet()
    {
        if (TempData.Peek(Message) is not string told)
        {
            return RedirectToPage("/Index");
        }

        Told = told;
        return Page();
    }
}
