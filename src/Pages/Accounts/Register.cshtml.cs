using System.Text.Json;
using HnCe.Pages.Hosting;
using HnCe.Pages.Organizations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>个人用户注册. Without script, a picker is a page of its own; the answers wait meanwhile in an encrypted cookie. Source: IND-01 to IND-09.</summary>
public sealed class RegisterModel(GraphClient graph) : PageModel
{
    private const string Kept = "Registration";

    [BindProperty]
    public RegisterForm Form { get; set; } = new();

    public RegisterLists Lists { get; private set; } = null!;

    public string EmployerName { get; private set; } = "";

    public string DepartmentName { get; private set; } = "";

    public string MajorName { get; private set; } = "";

    /// <summary>Back from a picker without script: the answers are here again, the password is not.</summary>
    public bool IsBack { get; private set; }

    public async Task OnGetAsync(string? field, string? pick)
    {
        // Answers come back only from a picker, not to whoever opens the form next on a shared computer.
        if (TempData[Kept] is string kept && field is not null)
        {
            Form = JsonSerializer.Deserialize<RegisterForm>(kept) ?? new();
            TempData[Kept] = kept;
            IsBack = true;
        }

        if (field is not null && pick is not null)
        {
            Form.Take(field, pick);
        }

        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? pick)
    {
        if (pick is not null)
        {
            return await PickAsync(pick);
        }

        var refused = Form.Password == Form.PasswordAgain
            ? this.Refused([])
            : this.Refused([new("PASSWORD_MISMATCH", "两次录入的密码不一致", "passwordAgain")]);
        if (refused is null)
        {
            var answer = (await graph.AskAsync<RegisterAnswer>("Register", new { input = Form.ToInput() })).RegisterProfessional;
            refused = this.Refused(answer.UserErrors);
            if (refused is null)
            {
                TempData.Remove(Kept);
                TempData[RegisteredModel.Message] = answer.Message;
                return RedirectToPage("/Accounts/Registered");
            }
        }

        await LoadAsync();
        return refused;
    }

    private async Task<IActionResult> PickAsync(string field)
    {
        if (field == "department" && Form.Employer is null)
        {
            await LoadAsync();
            return this.Refused([new("EMPLOYER_FIRST", "请先选择所属法人单位", "department")])!;
        }

        TempData[Kept] = JsonSerializer.Serialize(Form);
        var page = field switch { "department" => "/Organizations/PickDepartment", "major" => "/ReferenceData/PickMajor", _ => "/Organizations/PickEmployer" };
        return RedirectToPage(page, new { field, back = Url.Page("/Accounts/Register"), employer = field == "department" ? Form.Employer : null });
    }

    private async Task LoadAsync()
    {
        Lists = await graph.AskAsync<RegisterLists>("Lists");
        if (Form.Employer is not null && (await graph.AskAsync<EmployerAnswer>("Employer", new { id = Form.Employer })).PickedEmployer is { } employer)
        {
            EmployerName = new EmployerRow("", employer.Name, null, employer.RegionName).Text;
            DepartmentName = DepartmentNames.InFull(employer.Departments).FirstOrDefault(one => one.Id == Form.Department)?.Name ?? "";
        }

        if (Form.Major is not null)
        {
            MajorName = (await graph.AskAsync<MajorsAnswer>("Majors")).Codes.FirstOrDefault(one => one.Code == Form.Major)?.Name ?? "";
        }
    }

    private sealed record EmployerAnswer(ChosenEmployer? PickedEmployer);

    private sealed record MajorsAnswer(IReadOnlyList<CodeAnswer> Codes);

    private sealed record RegisterAnswer(Registered RegisterProfessional);

    private sealed record Registered(string? Message, IReadOnlyList<UserError> UserErrors);
}
