using HnCe.Pages.Accounts;
using HnCe.Pages.Files;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HnCe.Pages.Organizations;

/// <summary>What is filled in at 单位注册 and 施教机构注册, over all steps. Source: EMP-01 to EMP-04, INS-01 to INS-03.</summary>
public sealed class OrganizationForm
{
    public OrganizationAnswers Organization { get; set; } = new();

    public ApplicantForm Applicant { get; set; } = new();

    /// <summary>Which of the two wizards the answers belong to.</summary>
    [BindNever]
    public bool IsEmployer { get; set; }

    /// <summary>The scan that was received.</summary>
    [BindNever]
    public PostedFile? Scan { get; set; }

    /// <summary>The furthest step that was opened; once all are done, each leads back to the last.</summary>
    [BindNever]
    public int Reached { get; set; } = 1;

    /// <summary>Takes a choice of a picker; another region has other bureaus and departments (PIC-02).</summary>
    public void Take(string field, string choice)
    {
        var answers = Organization;
        switch (field)
        {
            case "organization.regionCode" when choice != answers.RegionCode:
                (answers.RegionCode, answers.Supervisor, answers.IndustryDepartment) = (choice, null, null);
                break;
            case "organization.supervisor":
                answers.Supervisor = choice;
                break;
            case "organization.industryDepartment":
                answers.IndustryDepartment = choice;
                break;
            case "organization.nature":
                answers.Nature = choice;
                break;
            case "organization.affiliation":
                answers.Affiliation = choice;
                break;
            case "organization.level":
                answers.Level = choice;
                break;
            case "organization.industry":
                answers.Industry = choice;
                break;
            case "organization.institutionLevel":
                answers.InstitutionLevel = choice;
                break;
        }
    }

    /// <summary>The variable <c>input</c> of registerEmployer and registerInstitution.</summary>
    public object ToInput() => new { organization = Organization.ToInput(Scan?.Id), applicant = Applicant.ToInput() };
}

/// <summary>The organization's part of the form.</summary>
public sealed class OrganizationAnswers
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? RegionCode { get; set; }

    public string? Supervisor { get; set; }

    public string? IndustryDepartment { get; set; }

    public string? CreditCode { get; set; }

    public string? Address { get; set; }

    public string? PostalCode { get; set; }

    public string? LegalRepresentative { get; set; }

    public string? Contact { get; set; }

    public string? Phone { get; set; }

    public string? Fax { get; set; }

    public string? Mail { get; set; }

    public int? ProfessionalCount { get; set; }

    public string? Nature { get; set; }

    public string? Affiliation { get; set; }

    public string? Level { get; set; }

    public string? Industry { get; set; }

    public string? InstitutionLevel { get; set; }

    /// <summary>The graph's OrganizationInput.</summary>
    public object ToInput(string? scan) => new
    {
        Code = Code ?? "",
        Scan = scan ?? "",
        Name = Name ?? "",
        RegionCode = RegionCode ?? "",
        Supervisor,
        IndustryDepartment,
        CreditCode,
        Address,
        PostalCode,
        LegalRepresentative,
        Contact,
        Phone,
        Fax,
        Mail,
        ProfessionalCount,
        Nature,
        Affiliation,
        Level,
        Industry,
        InstitutionLevel,
    };
}
