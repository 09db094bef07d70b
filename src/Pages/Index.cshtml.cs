using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Graph.Server;
using HnCe.Pages.Accounts;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages;

/// <summary>首页 with 用户登录. Sign-in happens before there is a caller, so it is the one page that calls the domain. Source: LOG-01 to LOG-06.</summary>
public sealed class IndexModel(SignIn signIn, AwaitedSignIn awaited, CallerHolder caller, TimeProvider clock) : PageModel
{
    private const string NeedsOrganization = "needs-org";

    public static readonly IReadOnlyList<Choice> UserTypes =
    [
        new(nameof(UserType.Individual), "个人"),
        new(nameof(UserType.Employer), "单位", NeedsOrganization),
        new(nameof(UserType.Institution), "施教机构", NeedsOrganization),
        new(nameof(UserType.LocalBureau), "市、区（县）人社局", NeedsOrganization),
        new(nameof(UserType.IndustryDepartment), "行业主管部门", NeedsOrganization),
        new(nameof(UserType.ProvincialDepartment), "省人力资源和社会保障厅"),
        new(nameof(UserType.SystemAdmin), "系统管理员"),
    ];

    /// <summary>The five registrations; the province and system administrators have none. Source: GEN-01, GEN-02.</summary>
    public static readonly IReadOnlyList<(string Page, string Name, string Review)> Registrations =
    [
        ("/Accounts/Register", "个人用户注册", "专业技术人员本人，由所属单位审核"),
        ("/Organizations/RegisterEmployer", "单位注册", "法人单位及其管理员，由同级人社部门审核"),
        ("/Organizations/RegisterInstitution", "施教机构注册", "培训机构及其管理员，由同级人社部门审核"),
        ("/Organizations/RegisterBureau", "市、区（县）人社局注册", "人社局的管理员，由上级人社部门审核"),
        ("/Organizations/RegisterDepartment", "行业主管部门管理员注册", "行业主管部门及其管理员，由同级人社部门审核"),
    ];

    [BindProperty(SupportsGet = true)]
    public SignInForm Form { get; set; } = new();

    public int Year => ChineseTime.Day(clock.GetUtcNow()).Year;

    /// <summary>The manual's words on what to do after a refusal.</summary>
    public string? Advice { get; private set; }

    public bool MustWait { get; private set; }

    public IActionResult OnGet() => caller.Caller.IsSignedIn ? Enter() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // Without script the picture is a button: it only draws the page, and so the picture, again.
        if (Request.Form.ContainsKey("new-captcha"))
        {
            return Page();
        }

        var outcome = await signIn.RunAsync(Form.ToCredentials(Request.Cookies[CaptchaEndpoint.Cookie]), cancel);
        if (signIn.Awaited is { } half)
        {
            awaited.Remember(HttpContext, half);
            return RedirectToPage("/Accounts/SecondFactor", new { Form.Back });
        }

        if (outcome.IsRefused)
        {
            var code = outcome.Refusals[0].Code;
            (Advice, MustWait) = (SignInAdvice.For(code, Form.Type), code is RefusalCode.NotYetApproved or RefusalCode.LockedOut);
            return this.Refused(UserErrors.Of(outcome.Refusals))!;
        }

        await Sessions.StartAsync(HttpContext, outcome.Value!, clock);
        return Enter();
    }

    private IActionResult Enter() => this.Back(Form.Back);
}
