namespace HnCe.Pages.Accounts;

/// <summary>What a person tells of himself, when registering and later; one property per field of <c>_PersonFields</c>. Source: IND-03, IND-06, IND-14.</summary>
public abstract class PersonForm
{
    public string? Mobile { get; set; }

    public string? Mail { get; set; }

    public string? Department { get; set; }

    public string? TitleLevel { get; set; }

    public string? TitleSeries { get; set; }

    public string? TitleName { get; set; }

    public DateOnly? TitleSince { get; set; }

    public string? TitleCertificateNo { get; set; }

    public string? AppointedTitle { get; set; }

    public DateOnly? AppointedOn { get; set; }

    public string? PractisingQualification { get; set; }

    public DateOnly? QualifiedOn { get; set; }

    public string? Occupation { get; set; }

    public string? AdministrativePost { get; set; }

    public DateOnly? WorkingSince { get; set; }

    public string? School { get; set; }

    public string? Major { get; set; }

    public string? Education { get; set; }

    public string? Degree { get; set; }

    public DateOnly? GraduatedOn { get; set; }

    public string? EthnicGroup { get; set; }

    public string? NativePlace { get; set; }

    public string? PoliticalStatus { get; set; }

    public string? Address { get; set; }

    public string? PostalCode { get; set; }

    public string? Landline { get; set; }

    /// <summary>The part <c>data</c> of the variable <c>input</c>.</summary>
    protected object Data() => new
    {
        TitleLevel,
        TitleSeries,
        TitleName,
        TitleSince,
        TitleCertificateNo,
        AppointedTitle,
        AppointedOn,
        PractisingQualification,
        QualifiedOn,
        Occupation,
        AdministrativePost,
        WorkingSince,
        School,
        Major,
        Education,
        Degree,
        GraduatedOn,
        EthnicGroup,
        NativePlace,
        PoliticalStatus,
        PostalCode,
    };
}

/// <summary>What <c>_PersonFields</c> shows.</summary>
/// <param name="Form">The answers.</param>
/// <param name="Lists">The choices.</param>
/// <param name="MajorName">Name of the chosen field of study.</param>
/// <param name="MajorPicker">Address of its picker.</param>
/// <param name="LevelHint">What a title level brings about.</param>
public sealed record PersonFields(PersonForm Form, RegisterLists Lists, string MajorName, string MajorPicker, string LevelHint = "决定每年应完成的学时");
