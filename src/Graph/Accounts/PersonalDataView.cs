using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Accounts;
using HnCe.Domain.ReferenceData;

namespace HnCe.Graph.Accounts;

/// <summary>What an applicant told of himself besides identity and title, in words, for whoever decides on the registration. 个人信息. IND-03, IND-06.</summary>
[Name("PersonalData")]
public sealed class PersonalDataView
{
    /// <summary>Hash that sealed texts are bound to.</summary>
    [Ignore]
    public string PersonHash { get; init; } = "";

    /// <summary>Sealed address.</summary>
    [Ignore]
    public byte[]? AddressSealed { get; init; }

    /// <summary>Sealed landline number.</summary>
    [Ignore]
    public byte[]? LandlineSealed { get; init; }

    /// <summary>The codes.</summary>
    [Ignore]
    public PersonalData Data { get; init; } = new();

    /// <summary>职称系列.</summary>
    public string? TitleSeries => SeedFile.NameOf("title_series", Data.TitleSeries);

    /// <summary>职称取得时间.</summary>
    public DateOnly? TitleSince => Data.TitleSince;

    /// <summary>民族.</summary>
    public string? EthnicGroup => SeedFile.NameOf("ethnic_groups", Data.EthnicGroup);

    /// <summary>籍贯.</summary>
    public string? NativePlace => Data.NativePlace;

    /// <summary>政治面貌.</summary>
    public string? PoliticalStatus => SeedFile.NameOf("political_status", Data.PoliticalStatus);

    /// <summary>毕业院校.</summary>
    public string? School => Data.School;

    /// <summary>学历.</summary>
    public string? Education => SeedFile.NameOf("education_levels", Data.Education);

    /// <summary>学位.</summary>
    public string? Degree => SeedFile.NameOf("degrees", Data.Degree);

    /// <summary>毕业时间.</summary>
    public DateOnly? GraduatedOn => Data.GraduatedOn;

    /// <summary>参加工作时间.</summary>
    public DateOnly? WorkingSince => Data.WorkingSince;

    /// <summary>行政职务.</summary>
    public string? AdministrativePost => Data.AdministrativePost;

    /// <summary>职称证书编号.</summary>
    public string? TitleCertificateNo => Data.TitleCertificateNo;

    /// <summary>聘任专业技术职务.</summary>
    public string? AppointedTitle => Data.AppointedTitle;

    /// <summary>聘任时间.</summary>
    public DateOnly? AppointedOn => Data.AppointedOn;

    /// <summary>执业资格名称.</summary>
    public string? PractisingQualification => Data.PractisingQualification;

    /// <summary>执业资格取得时间.</summary>
    public DateOnly? QualifiedOn => Data.QualifiedOn;

    /// <summary>邮编, six digits.</summary>
    public string? PostalCode => Data.PostalCode;

    /// <summary>联系地址, masked to its beginning. PIPL.</summary>
    /// <param name="box">Opens.</param>
    public string? Address([FromServices] SecretBox box) => AddressSealed is null ? null : Masking.Address(box.Open(AddressSealed, SecretBox.Address, PersonHash));

    /// <summary>固定电话, masked. PIPL.</summary>
    /// <param name="box">Opens.</param>
    public string? Landline([FromServices] SecretBox box) => LandlineSealed is null ? null : Masking.Mobile(box.Open(LandlineSealed, SecretBox.Landline, PersonHash));

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Professional, PersonalDataView>> Shape = p => new()
    {
        PersonHash = p.PersonHash,
        AddressSealed = p.AddressSealed,
        LandlineSealed = p.LandlineSealed,
        Data = p.Data,
    };
}
