using System.Text.Json;
using HnCe.Domain.Files;
using HnCe.Pages.Files;
using HnCe.Pages.Hosting;
using HnCe.Pages.Organizations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>个人基本信息维护, of professionals and of administrators. Source: IND-06, IND-14, IND-15, EMP-10, INS-06, S-IND-02, S-ACC-01.</summary>
[RequestSizeLimit(PostedFile.MostBody), RequestFormLimits(MultipartBodyLengthLimit = PostedFile.MostBody)]
public sealed class ProfileModel(GraphClient graph, AttachFile attach, TimeProvider clock) : PageModel
{
    private const string Kept = "Profile";

    [BindProperty]
    public ProfileForm Form { get; set; } = new();

    public OwnAccount Account { get; private set; } = null!;

    public RegisterLists Lists { get; private set; } = null!;

    public string DepartmentName { get; private set; } = "";

    public string MajorName { get; private set; } = "";

    /// <summary>A photo that was sent with a form that was refused.</summary>
    public PostedFile? Photo { get; private set; }

    public async Task OnGetAsync(string? field, string? pick)
    {
        await LoadAsync();
        Form = Account.ToForm();
        if (TempData[Kept] is string kept && field is not null)
        {
            Form = JsonSerializer.Deserialize<ProfileForm>(kept) ?? Form;
        }

        if (field is not null && pick is not null)
        {
            Form.Take(field, pick);
        }

        await NameAsync();
    }

    /// <summary>导出我的数据. Source: SEC-E8.</summary>
    public async Task<IActionResult> OnGetExportAsync()
    {
        await LoadAsync();
        return File(await new OwnData(graph).ReadAsync(Account.Profile is not null), "application/json", "my-data.json");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync();
        if (Request.Form["pick"].ToString() is { Length: > 0 } field)
        {
            TempData[Kept] = JsonSerializer.Serialize(Form);
            var back = Url.Page("/Accounts/Profile");
            return field == "department"
                ? RedirectToPage("/Organizations/PickDepartment", new { field, back, employer = Account.Profile?.Employer.Id })
                : RedirectToPage("/ReferenceData/PickCode", new { list = "majors", field, back });
        }

        var refused = Account.Profile is null ? await SaveAccountAsync() : await SaveProfileAsync(cancel);
        if (refused is not null)
        {
            await NameAsync();
            return refused;
        }

        return RedirectToPage();
    }

    /// <summary>退出所有设备. Source: ACC-04, SEC-B9.</summary>
    public async Task<IActionResult> OnPostEndSessionsAsync()
    {
        await LoadAsync();
        if (this.Refused((await graph.AskAsync<EndSessionsAnswer>("EndSessions")).EndSessions.UserErrors) is { } refused)
        {
            Form = Account.ToForm();
            await NameAsync();
            return refused;
        }

        await HttpContext.SignOutAsync();
        TempData["Told"] = "已退出所有设备。";
        return LocalRedirect("~/");
    }

    private async Task<IActionResult?> SaveAccountAsync()
    {
        var refused = this.Refused((await graph.AskAsync<UpdateAccountAnswer>("UpdateAccount", new { input = Form.ToContacts() })).UpdateOwnAccount.UserErrors);
        TempData["Told"] = refused is null ? "已保存。" : null;
        return refused;
    }

    private async Task<IActionResult?> SaveProfileAsync(CancellationToken cancel)
    {
        var sent = await PostedFile.TakeAsync(Request.Form, attach, cancel);
        if (sent.IsRefused)
        {
            return this.Refused(UserErrors.Of(sent.Refusals));
        }

        Photo = sent.Value ?? PostedFile.Kept(Request.Form);
        var answer = (await graph.AskAsync<UpdateAnswer>("Update", new { input = Form.ToInput(Photo?.Id) })).UpdateProfile;
        var refused = this.Refused([.. answer.UserErrors.Select(error => error.Path == "input.photo" ? error with { Path = "file" } : error)]);
        TempData["Told"] = refused is not null ? null : answer.TitleLevelFrom switch
        {
            null => "已保存。",
            { } year when year == Year => $"已保存。{year} 年度起按新的职称级别计算应完成学时。",
            { } year => $"已保存。{year - 1} 年度的合格证书已经打印，新的职称级别从 {year} 年度起计算应完成学时。",
        };
        return refused;
    }

    private int Year => Pieces.ChineseTime.Day(clock.GetUtcNow()).Year;

    private async Task LoadAsync()
    {
        Account = (await graph.AskAsync<Answer>("Profile")).Viewer!;
        Lists = await graph.AskAsync<RegisterLists>("Lists");
    }

    private async Task NameAsync()
    {
        DepartmentName = DepartmentNames.InFull(Account.Profile?.Employer.Departments ?? []).FirstOrDefault(one => one.Id == Form.Department)?.Name ?? "";
        MajorName = Form.Major is null ? "" : (await graph.AskAsync<MajorsAnswer>("Majors")).Codes.FirstOrDefault(one => one.Code == Form.Major)?.Name ?? "";
    }

    private sealed record Answer(OwnAccount? Viewer);

    private sealed record MajorsAnswer(IReadOnlyList<CodeAnswer> Codes);

    private sealed record EndSessionsAnswer(Ended EndSessions);

    private sealed record Ended(IReadOnlyList<UserError> UserErrors);

    private sealed record UpdateAnswer(Updated UpdateProfile);

    private sealed record Updated(int? TitleLevelFrom, IReadOnlyList<UserError> UserErrors);

    private sealed record UpdateAccountAnswer(UpdatedAccount UpdateOwnAccount);

    private sealed record UpdatedAccount(IReadOnlyList<UserError> UserErrors);
}
