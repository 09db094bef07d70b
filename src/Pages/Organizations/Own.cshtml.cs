using HnCe.Pages.Accounts;
using HnCe.Pages.Files;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Organizations;

/// <summary>单位信息管理, 施教机构信息维护 and, only to be read, 单位信息查看. Source: EMP-08, EMP-09, INS-07, DEP-05, S-EMP-02, S-INS-01, S-DEP-01.</summary>
public sealed class OwnModel(GraphClient graph) : PageModel
{
    [BindProperty]
    public OwnForm Form { get; set; } = new();

    public Organization Own { get; private set; } = null!;

    public Told Details { get; private set; } = null!;

    public OwnLists Lists { get; private set; } = null!;

    public bool IsInstitution { get; private set; }

    /// <summary>An industry department reads only.</summary>
    public bool IsReadOnly { get; private set; }

    public string Title => IsReadOnly ? "单位信息查看" : IsInstitution ? "施教机构信息维护" : "单位信息管理";

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Form = OwnForm.Of(Own, Details);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (IsReadOnly)
        {
            return Forbid();
        }

        if (Form.People is null)
        {
            return this.Refused([new("NOT_A_NUMBER", "专业技术人员总数应为整数", "data.professionalCount")])!;
        }

        var answer = (await graph.AskAsync<UpdateAnswer>("Update", new { input = Form.ToInput() })).UpdateOrganization;
        if (this.Refused(answer.UserErrors) is { } refused)
        {
            return refused;
        }

        TempData["Told"] = "单位信息已保存。";
        return RedirectToPage("/Organizations/Own");
    }

    private async Task LoadAsync()
    {
        var answer = await graph.AskAsync<OwnAnswer>("Own");
        (Own, Details) = (answer.OwnOrganization!.Organization, answer.OwnOrganization.Details);
        (IsInstitution, IsReadOnly) = (answer.Viewer!.UserType == "INSTITUTION", answer.Viewer.UserType == "INDUSTRY_DEPARTMENT");
        Lists = await graph.AskAsync<OwnLists>("Lists");
    }

    public sealed record Organization(string Name, string? Code);

    public sealed record Told(
        string RegionName, NamedRow? Supervisor, NamedRow? IndustryDepartment, ScanFile? CertificateScan, string? CreditCode, string? Address, string? PostalCode,
        string? LegalRepresentative, string? Contact, string? Phone, string? Fax, string? Mail, int? ProfessionalCount,
        string? Nature, string? Affiliation, string? Level, string? Industry, string? InstitutionLevel, string? IndustryName);

    private sealed record OwnAnswer(ViewerAnswer? Viewer, OwnOrganizationAnswer? OwnOrganization);

    private sealed record ViewerAnswer(string UserType);

    private sealed record OwnOrganizationAnswer(Organization Organization, Told Details);

    private sealed record UpdateAnswer(Updated UpdateOrganization);

    private sealed record Updated(IReadOnlyList<UserError> UserErrors);
}

/// <summary>The code lists of the form.</summary>
public sealed record OwnLists(
    IReadOnlyList<CodeAnswer> Natures, IReadOnlyList<CodeAnswer> Affiliations, IReadOnlyList<CodeAnswer> Levels, IReadOnlyList<CodeAnswer> Industries, IReadOnlyList<CodeAnswer> InstitutionLevels);
