using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Audit;
using HnCe.Domain.Files;
using HnCe.Domain.Organizations;

namespace HnCe.Domain.Accounts;

/// <summary>
/// 专业技术人员: a person who must prove credit hours. Name, ID number and employer never change by the person's own hand. Source: IND-02, IND-04.
/// </summary>
public sealed class Professional : IScoped<Professional>, IAudited
{
    private Professional()
    {
    }

    /// <summary>A registered person, not yet approved by the employer.</summary>
    public Professional(Account account, Person person, Employer employer, Department? department, PersonalData data)
    {
        Account = account;
        PersonHash = person.Hash;
        Name = person.Name;
        Sex = person.Sex;
        IdNumberSealed = person.IdNumberSealed;
        Employer = employer;
        Department = department;
        Data = data;
        CityCode = employer.CityCode;
        CountyCode = employer.CountyCode;
        IndustryDepartmentId = employer.IndustryDepartmentId;
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Key of the account that signs in.</summary>
    public long AccountId { get; private set; }

    /// <summary>The account that signs in.</summary>
    public Account Account { get; private set; } = null!;

    /// <summary>Keyed hash of the ID number.</summary>
    public string PersonHash { get; private set; } = "";

    /// <summary>真实姓名.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Sex, from the ID number.</summary>
    public Sex Sex { get; private set; }

    /// <summary>Sealed ID number.</summary>
    public byte[] IdNumberSealed { get; private set; } = [];

    /// <summary>Key of the employer.</summary>
    public long EmployerId { get; private set; }

    /// <summary>所属法人单位.</summary>
    public Employer Employer { get; private set; } = null!;

    /// <summary>Key of the department.</summary>
    public long? DepartmentId { get; private set; }

    /// <summary>所属部门.</summary>
    public Department? Department { get; private set; }

    /// <summary>Level column of the employer.</summary>
    public string? CityCode { get; private set; }

    /// <summary>Level column of the employer.</summary>
    public string? CountyCode { get; private set; }

    /// <summary>Industry department of the employer.</summary>
    public long? IndustryDepartmentId { get; private set; }

    /// <summary>When the employer approved the registration, UTC; null before. Source: EMP-14.</summary>
    public DateTime? ApprovedAt { get; private set; }

    /// <summary>Title, education and other personal data.</summary>
    public PersonalData Data { get; private set; } = null!;

    /// <summary>Sealed 联系地址.</summary>
    public byte[]? AddressSealed { get; private set; }

    /// <summary>Sealed 固定电话.</summary>
    public byte[]? LandlineSealed { get; private set; }

    /// <summary>Key of the photo.</summary>
    public long? PhotoId { get; private set; }

    /// <summary>照片, JPG or PNG.</summary>
    public Attachment? Photo { get; private set; }

    /// <inheritdoc/>
    public string AuditSubject => $"Professional:{Id}";

    /// <summary>Takes over what the person may change; never name, ID number or employer. Source: IND-14.</summary>
    public void Update(PersonalData data, Department? department) => (Data, Department, DepartmentId) = (data, department, department?.Id);

    /// <summary>Sets address and landline, sealed; null where there is none. Source: IND-06.</summary>
    public void SetContacts(byte[]? addressSealed, byte[]? landlineSealed) => (AddressSealed, LandlineSealed) = (addressSealed, landlineSealed);

    /// <summary>Sets the photo. Source: IND-06.</summary>
    public void SetPhoto(Attachment? photo) => Photo = photo;

    /// <inheritdoc/>
    public static Expression<Func<Professional, bool>> Reached(Jurisdiction reach) => reach switch
    {
        Jurisdiction.Everywhere => p => p.ApprovedAt != null,
        Jurisdiction.City { Code: var code } => p => p.CityCode == code && p.ApprovedAt != null,
        Jurisdiction.County { Code: var code } => p => p.CountyCode == code && p.ApprovedAt != null,
        Jurisdiction.Employer { Id: var id } => p => p.EmployerId == id,
        Jurisdiction.Industry { Id: var id } => p => p.IndustryDepartmentId == id && p.ApprovedAt != null,
        Jurisdiction.Own { ProfessionalId: { } id } => p => p.Id == id,
        _ => _ => false,
    };
}

/// <summary>What a professional tells of himself besides identity; codes are of the lists in ReferenceData. Source: IND-03, IND-06.</summary>
public sealed record PersonalData
{
    /// <summary>职称级别, required: decides the required hours. Code of title_levels. Source: REQ-02.</summary>
    public string TitleLevel { get; init; } = "";

    /// <summary>职称系列, code of title_series.</summary>
    public string? TitleSeries { get; init; }

    /// <summary>专业技术职务（职称名称）.</summary>
    public string? TitleName { get; init; }

    /// <summary>职称取得时间.</summary>
    public DateOnly? TitleSince { get; init; }

    /// <summary>所学专业, code of majors.</summary>
    public string? Major { get; init; }

    /// <summary>从事专业.</summary>
    public string? Occupation { get; init; }

    /// <summary>民族, code of ethnic_groups.</summary>
    public string? EthnicGroup { get; init; }

    /// <summary>籍贯.</summary>
    public string? NativePlace { get; init; }

    /// <summary>政治面貌, code of political_status.</summary>
    public string? PoliticalStatus { get; init; }

    /// <summary>毕业院校.</summary>
    public string? School { get; init; }

    /// <summary>学历, code of education_levels.</summary>
    public string? Education { get; init; }

    /// <summary>学位, code of degrees.</summary>
    public string? Degree { get; init; }

    /// <summary>毕业时间.</summary>
    public DateOnly? GraduatedOn { get; init; }

    /// <summary>参加工作时间.</summary>
    public DateOnly? WorkingSince { get; init; }

    /// <summary>行政职务.</summary>
    public string? AdministrativePost { get; init; }

    /// <summary>职称证书编号.</summary>
    public string? TitleCertificateNo { get; init; }

    /// <summary>聘任专业技术职务.</summary>
    public string? AppointedTitle { get; init; }

    /// <summary>聘任时间.</summary>
    public DateOnly? AppointedOn { get; init; }

    /// <summary>执业资格名称.</summary>
    public string? PractisingQualification { get; init; }

    /// <summary>执业资格取得时间.</summary>
    public DateOnly? QualifiedOn { get; init; }

    /// <summary>邮编, six digits.</summary>
    public string? PostalCode { get; init; }
}
