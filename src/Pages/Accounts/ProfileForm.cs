namespace HnCe.Pages.Accounts;

/// <summary>What is filled in at 个人基本信息维护; employer, name and ID number are not among it. Source: IND-14, EMP-10.</summary>
public sealed class ProfileForm : PersonForm
{
    /// <summary>Takes a choice of a picker.</summary>
    public void Take(string field, string choice)
    {
        switch (field)
        {
            case "department":
                Department = choice;
                break;
            case "major":
                Major = choice;
                break;
        }
    }

    /// <summary>The variable <c>input</c> of updateProfile.</summary>
    public object ToInput(string? photo) => new { Mobile = Mobile ?? "", Mail = Mail ?? "", Address, Landline, Department, photo, Data = Data() };

    /// <summary>The variable <c>input</c> of updateOwnAccount.</summary>
    public object ToContacts() => new { Mobile = Mobile ?? "", Mail = Mail ?? "" };
}

/// <summary>The signed-in account as its owner sees it.</summary>
public sealed record OwnAccount(
    string Name, string UserType, string? IdNumber, string? Mobile, string? Mail, bool TwoSteps, IReadOnlyList<string> Permissions, NamedRow? Organization, OwnProfile? Profile)
{
    public bool MayUseTwoSteps => Permissions.Contains("USE_SECOND_FACTOR");

    /// <summary>The form of what is stored.</summary>
    public ProfileForm ToForm() => Profile is null ? new() { Mobile = Mobile, Mail = Mail } : new()
    {
        Mobile = Mobile,
        Mail = Mail,
        Department = Profile.Department?.Id,
        TitleLevel = Profile.TitleLevel,
        TitleSeries = Profile.TitleSeries,
        TitleName = Profile.TitleName,
        TitleSince = Profile.TitleSince,
        TitleCertificateNo = Profile.TitleCertificateNo,
        AppointedTitle = Profile.AppointedTitle,
        AppointedOn = Profile.AppointedOn,
        PractisingQualification = Profile.PractisingQualification,
        QualifiedOn = Profile.QualifiedOn,
        Occupation = Profile.Occupation,
        AdministrativePost = Profile.AdministrativePost,
        WorkingSince = Profile.WorkingSince,
        School = Profile.School,
        Major = Profile.Major,
        Education = Profile.Education,
        Degree = Profile.Degree,
        GraduatedOn = Profile.GraduatedOn,
        EthnicGroup = Profile.EthnicGroup,
        NativePlace = Profile.NativePlace,
        PoliticalStatus = Profile.PoliticalStatus,
        Address = Profile.Address,
        PostalCode = Profile.PostalCode,
        Landline = Profile.Landline,
    };
}

/// <summary>The profile of a professional.</summary>
public sealed record OwnProfile(
    string Sex, DateOnly? BirthDate, OwnEmployer Employer, OwnDepartment? Department, OwnPhoto? Photo,
    string TitleLevel, string? TitleSeries, string? TitleName, DateOnly? TitleSince, string? TitleCertificateNo, string? AppointedTitle, DateOnly? AppointedOn,
    string? PractisingQualification, DateOnly? QualifiedOn, string? Occupation, string? AdministrativePost, DateOnly? WorkingSince, string? School, string? Major,
    string? Education, string? Degree, DateOnly? GraduatedOn, string? EthnicGroup, string? NativePlace, string? PoliticalStatus, string? Address, string? PostalCode, string? Landline);

/// <summary>The employer, with the departments that may be chosen.</summary>
public sealed record OwnEmployer(string Id, string Name, IReadOnlyList<HnCe.Pages.Organizations.DepartmentRow> Departments);

/// <summary>The department.</summary>
public sealed record OwnDepartment(string Id);

/// <summary>The photo.</summary>
public sealed record OwnPhoto(string Url);
