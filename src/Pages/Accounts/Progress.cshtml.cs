using HnCe.Domain.Access;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>
/// 注册审核进度查询 and 撤回注册. The answer is shown once, to who typed the password; it has no address of its own, and taking the registration
/// back asks for the password again. Source: S-PUB-01, LOG-04, LOG-06.
/// </summary>
public sealed class ProgressModel(GraphClient graph) : PageModel
{
    /// <summary>Who registers, and so may ask.</summary>
    public static readonly IReadOnlyList<Choice> UserTypes =
        [.. IndexModel.UserTypes.Where(type => type.Value is not (nameof(UserType.ProvincialDepartment) or nameof(UserType.SystemAdmin)))];

    [BindProperty]
    public SignInForm Form { get; set; } = new();

    public Progress? Found { get; private set; }

    /// <summary>The manual's words on what to do in this state, or after a refusal.</summary>
    public string? Advice { get; private set; }

    /// <summary>The way so far and what comes next.</summary>
    public IReadOnlyList<TimelineStep> Steps => Found is null ? [] :
    [
        new($"您提交了{Found.What}注册信息", Found.SubmittedAt),
        Found.Status switch
        {
            "PASSED" => new($"{Found.Reviewer}审核通过", Found.DecidedAt),
            "FAILED" => new($"{Found.Reviewer}审核不通过", Found.DecidedAt, Found.Reason),
            "WITHDRAWN" => new("您撤回了注册", Found.DecidedAt),
            _ => new($"{Found.Reviewer}审核", When: StepTime.Now),
        },
        .. Found.Status == "PENDING" ? new TimelineStep[] { new("审核通过后，用身份证号码和密码登录", When: StepTime.Later) } : [],
    ];

    public async Task<IActionResult> OnPostAsync()
    {
        if (IsNewCaptcha())
        {
            return Page();
        }

        var answer = (await graph.AskAsync<CheckAnswer>("Check", new { input = Input() })).CheckRegistration;
        if (Refuse(answer.UserErrors) is { } refused)
        {
            return refused;
        }

        Found = answer.Progress!;
        Advice = Found.Status switch
        {
            "PENDING" => SignInAdvice.For(RefusalCode.NotYetApproved, Form.Type),
            "FAILED" => SignInAdvice.For(RefusalCode.RegistrationRefused, Form.Type),
            "WITHDRAWN" => "您可以用同一身份证号码重新注册。",
            _ => "您的注册已通过审核，现在可以登录。",
        };
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        if (IsNewCaptcha())
        {
            return Page();
        }

        var answer = (await graph.AskAsync<WithdrawAnswer>("Withdraw", new { input = Input() })).WithdrawRegistration;
        if (Refuse(answer.UserErrors) is { } refused)
        {
            return refused;
        }

        TempData["Told"] = answer.Message;
        return RedirectToPage("/Accounts/Progress");
    }

    private bool IsNewCaptcha()
    {
        if (Request.Form.ContainsKey("new-captcha"))
        {
            ModelState.Clear();
            return true;
        }

        return false;
    }

    private IActionResult? Refuse(IReadOnlyList<UserError> errors)
    {
        Advice = errors.Count > 0 && errors[0].Code == "WRONG_CREDENTIALS" ? "请核对用户类型、组织机构代码、身份证号码和注册时设置的密码。" : null;
        return this.Refused(errors);
    }

    private object Input() => new
    {
        userType = Form.Type,
        organizationCode = Form.OrganizationCode,
        idNumber = Form.Account ?? "",
        password = Form.Password ?? "",
        captchaId = Request.Cookies[CaptchaEndpoint.Cookie],
        captchaAnswer = Form.Captcha,
    };

    public sealed record Progress(string Kind, string Status, string Organization, string Reviewer, DateTime SubmittedAt, DateTime? DecidedAt, string? Reason)
    {
        public string What => Kind switch
        {
            "PROFESSIONAL" => "个人",
            "EMPLOYER" => "单位",
            "INSTITUTION" => "施教机构",
            "INDUSTRY_DEPARTMENT" => "行业主管部门",
            _ => "人社局管理员",
        };
    }

    private sealed record CheckAnswer(Checked CheckRegistration);

    private sealed record Checked(Progress? Progress, IReadOnlyList<UserError> UserErrors);

    private sealed record WithdrawAnswer(Withdrawn WithdrawRegistration);

    private sealed record Withdrawn(string? Message, IReadOnlyList<UserError> UserErrors);
}
