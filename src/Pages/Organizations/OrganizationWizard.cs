using HnCe.Pages.Accounts;
using HnCe.Pages.Files;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Organizations;

/// <summary>
/// 单位注册 and 施教机构注册: code and scan, data, applicant, check. Each step is a post and a redirect; the answers wait meanwhile
/// (<see cref="KeptAnswers"/>), and a refusal is shown at the step where its field is. Source: EMP-01 to EMP-05, INS-01 to INS-04, S-PUB-03, S-PUB-04.
/// </summary>
public abstract class OrganizationWizard(GraphClient graph, VisitorUploads uploads) : PageModel
{
    private const string Document = "Organizations/OrganizationWizard.graphql";
    private const int Data = 2;
    private const int Account = 3;
    private const int Last = 4;

    public static readonly string[] Steps = ["组织机构代码", "基本信息", "申请人账户", "核对并注册"];

    public OrganizationForm Form { get; private set; } = new();

    public int Step { get; private set; } = 1;

    public OrganizationNames Names { get; private set; } = null!;

    public abstract bool IsEmployer { get; }

    public string Title => IsEmployer ? "单位注册" : "施教机构注册";

    /// <summary>Whether all steps were done once, so that this one leads back to the check.</summary>
    public bool IsChange => Form.Reached == Last && Step < Last;

    /// <summary>The page itself.</summary>
    public string Self => IsEmployer ? "/Organizations/RegisterEmployer" : "/Organizations/RegisterInstitution";

    /// <summary>Address of a step, to change an answer.</summary>
    public string AddressOf(int step) => Url.Page(Self, new { step })!;

    /// <summary>Address of a picker as a dialog, which takes the region from the form by script.</summary>
    public string Picker(string field) => OrganizationPickers.AddressOf(Url, Self, field)!;

    public async Task<IActionResult> OnGetAsync(int? step, string? field, string? pick)
    {
        var kept = Kept();
        if (field is not null && kept is not null)
        {
            kept.Take(field, pick ?? "");
            this.Keep(kept);
            return RedirectToPage(new { step = Data });
        }

        // Whoever opens the form anew begins anew, also on a shared computer; nobody skips a step.
        if (step is null)
        {
            this.Forget();
        }
        else if (kept is null ? step > 1 : step > kept.Reached || step < 1)
        {
            return RedirectToPage(new { step = kept?.Reached });
        }
        else
        {
            (Form, Step) = (kept ?? Form, step.Value);
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int step, [FromForm] string? @do, [FromForm] string? pick, [FromForm] string? drop)
    {
        (Form, Step) = (Kept() ?? new() { IsEmployer = IsEmployer }, Math.Clamp(step, 1, Last));
        await TryUpdateModelAsync(Form, "");
        if (drop is not null)
        {
            Form.Scan = null;
        }

        var (scan, errors) = await uploads.TakeAsync(HttpContext, "organization.scan");
        Form.Scan = scan ?? Form.Scan;
        this.Keep(Form);
        return (drop ?? pick ?? @do) switch
        {
            _ when drop is not null => GoTo(1),
            _ when pick is not null => await PickAsync(pick),
            "back" => GoTo(Math.Max(1, Step - 1)),
            _ when Step == Last => await SubmitAsync(),
            _ => await NextAsync(errors),
        };
    }

    /// <summary>Runs the mutation.</summary>
    protected abstract Task<Registered> SendAsync(object input);

    // The mutation gathers every refusal and does nothing without a password, which is asked for last: so each step is checked by it, too.
    private async Task<IActionResult> NextAsync(IReadOnlyList<UserError> uploadErrors)
    {
        var refusals = (await SendAsync(Form.ToInput())).UserErrors.Where(error => StepOf(error) == Step && uploadErrors.All(upload => !error.Path!.EndsWith(upload.Path!, StringComparison.Ordinal)));
        List<UserError> errors = [.. uploadErrors, .. refusals];
        if (this.Refused(errors) is { } refused)
        {
            await LoadAsync();
            return refused;
        }

        Form.Reached = Math.Max(Form.Reached, Step + 1);
        this.Keep(Form);
        return GoTo(IsChange ? Last : Step + 1);
    }

    private async Task<IActionResult> SubmitAsync()
    {
        var errors = Form.Applicant.Mistyped("applicant.passwordAgain");
        if (errors.Count == 0)
        {
            var answer = await SendAsync(Form.ToInput());
            errors = answer.UserErrors;
            if (errors.Count == 0)
            {
                this.Forget();
                TempData[RegisteredModel.Message] = answer.Message;
                return RedirectToPage("/Accounts/Registered", new { kind = IsEmployer ? "employer" : "institution" });
            }
        }

        Step = errors.Min(StepOf);
        await LoadAsync();
        return this.Refused([.. errors.Where(error => StepOf(error) == Step)])!;
    }

    private async Task<IActionResult> PickAsync(string field)
    {
        if (OrganizationPickers.MissingFor(field, Form.Organization.RegionCode) is { } missing)
        {
            await LoadAsync();
            return this.Refused([missing])!;
        }

        return OrganizationPickers.AddressOf(Url, Self, field, Form.Organization.RegionCode) is { } picker ? LocalRedirect(picker) : NotFound();
    }

    private OrganizationForm? Kept() => this.Kept<OrganizationForm>() is { } form && form.IsEmployer == IsEmployer ? form : null;

    private RedirectToPageResult GoTo(int step) => RedirectToPage(new { step });

    private async Task LoadAsync()
    {
        var answers = Form.Organization;
        Names = await graph.AskAsync<OrganizationNames>(Document, "Names", new { region = answers.RegionCode ?? "", bureau = answers.Supervisor ?? "", department = answers.IndustryDepartment ?? "" });
    }

    private static int StepOf(UserError error) => error.Path?.Replace("input.", "", StringComparison.Ordinal) switch
    {
        "organization.code" or "organization.scan" => 1,
        "applicant.idNumber" or "applicant.name" or "applicant.mobile" or "applicant.mail" => Account,
        { } path when path.StartsWith("organization.", StringComparison.Ordinal) => Data,
        _ => Last,
    };
}
