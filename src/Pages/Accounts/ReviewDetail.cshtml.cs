using HnCe.Pages.Files;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>One registration with everything that was filled in, the scan beside it, and the verdict on it. Source: EMP-14, EMP-15, BUR-06, BUR-07, S-REV-03.</summary>
public sealed class ReviewDetailModel(GraphClient graph) : PageModel
{
    private const string Document = "Accounts/ReviewDetail.graphql";

    [FromRoute]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public ReviewKind Kind { get; private set; } = null!;

    public RegistrationDetail Registration { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? decision)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var isPass = decision == "PASS";
        var input = new { ids = new[] { Id }, decision = isPass ? "PASS" : "FAIL", reason = isPass ? null : Reason };
        var answer = (await graph.AskAsync<ReviewAnswer>(Document, "Review", new { input })).ReviewRegistrations;
        if (this.Refused(answer.UserErrors) is { } refused)
        {
            return refused;
        }

        ReviewTelling.Tell(this, Kind, isPass, answer, new Dictionary<string, string> { [Id] = Registration.Organization?.Name ?? Registration.ApplicantName });
        return RedirectToPage(Kind.ListPage, new { category = Category });
    }

    // A registration of another kind has its own page and words; here it is not there.
    private async Task<bool> LoadAsync()
    {
        if (ReviewKind.Of(Category) is not { } kind)
        {
            return false;
        }

        var found = (await graph.AskAsync<Answer>(Document, "Registration", new { id = Id, person = kind.IsPerson })).Node;
        (Kind, Registration) = (kind, found!);
        return found?.Id is not null && found.Kind == kind.Kind;
    }

    private sealed record Answer(RegistrationDetail? Node);

    private sealed record ReviewAnswer(ReviewedRegistrations ReviewRegistrations);
}

/// <summary>A registration in full.</summary>
public sealed record RegistrationDetail(
    string Id, string Kind, string ApplicantName, string ApplicantIdNumber, string ApplicantMobile, string Status, DateTime SubmittedAt, DateTime? DecidedAt, string? Reason,
    ApplyingOrganization? Organization, OrganizationDetail? Details, ApplicantDetail? Professional, PersonalDataDetail? PersonalData)
{
    public bool IsWaiting => Status == "PENDING";

    /// <summary>The scan of the organization code certificate, to be shown beside.</summary>
    public ScanView Scan => new("组织机构代码证扫描件", "注册时没有上传扫描件。", Details?.CertificateScan);
}

/// <summary>An organization in full.</summary>
public sealed record OrganizationDetail(
    string RegionName, NamedRow? Supervisor, NamedRow? IndustryDepartment, ScanFile? CertificateScan, string? CreditCode, string? Address, string? PostalCode,
    string? LegalRepresentative, string? Contact, string? Phone, string? Fax, string? Mail, int? ProfessionalCount,
    string? NatureName, string? AffiliationName, string? LevelName, string? IndustryName, string? InstitutionLevelName);

/// <summary>The applicant in full.</summary>
public sealed record ApplicantDetail(
    string Sex, string? MajorName, string TitleLevel, string? TitleName, string? Occupation, NamedRow Employer, NamedRow? Department);

/// <summary>What else was told.</summary>
public sealed record PersonalDataDetail(
    string? TitleSeries, DateOnly? TitleSince, string? EthnicGroup, string? NativePlace, string? PoliticalStatus, string? School, string? Education,
    string? Degree, DateOnly? GraduatedOn, DateOnly? WorkingSince, string? AdministrativePost, string? TitleCertificateNo, string? AppointedTitle,
    DateOnly? AppointedOn, string? PractisingQualification, DateOnly? QualifiedOn, string? PostalCode, string? Address, string? Landline);
