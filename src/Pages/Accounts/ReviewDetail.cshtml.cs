using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>One registration with everything that was filled in, and the verdict on it. Source: EMP-14, EMP-15.</summary>
public sealed class ReviewDetailModel(GraphClient graph) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

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
        var answer = (await graph.AskAsync<ReviewAnswer>("Review", new { input })).ReviewRegistrations;
        if (this.Refused(answer.UserErrors) is { } refused)
        {
            return refused;
        }

        ReviewTelling.Tell(this, isPass, answer, new Dictionary<string, string> { [Id] = Registration.ApplicantName });
        return RedirectToPage("/Accounts/Review");
    }

    private async Task<bool> LoadAsync()
    {
        var found = (await graph.AskAsync<Answer>("Registration", new { id = Id })).Node;
        Registration = found!;
        return found?.Id is not null;
    }

    private sealed record Answer(RegistrationDetail? Node);

    private sealed record ReviewAnswer(ReviewedRegistrations ReviewRegistrations);
}

/// <summary>A registration in full.</summary>
public sealed record RegistrationDetail(
    string Id, string ApplicantName, string Status, DateTime SubmittedAt, DateTime? DecidedAt, string? Reason, ApplicantDetail? Professional, PersonalDataDetail? PersonalData)
{
    public bool IsWaiting => Status == "PENDING";
}

/// <summary>The applicant in full.</summary>
public sealed record ApplicantDetail(
    string Sex, string IdNumber, string Mobile, string? MajorName, string TitleLevel, string? TitleName, string? Occupation, NamedRow Employer, NamedRow? Department);

/// <summary>What else was told.</summary>
public sealed record PersonalDataDetail(
    string? TitleSeries, DateOnly? TitleSince, string? EthnicGroup, string? NativePlace, string? PoliticalStatus, string? School, string? Education,
    string? Degree, DateOnly? GraduatedOn, DateOnly? WorkingSince, string? AdministrativePost, string? TitleCertificateNo, string? AppointedTitle,
    DateOnly? AppointedOn, string? PractisingQualification, DateOnly? QualifiedOn, string? PostalCode, string? Address, string? Landline);
