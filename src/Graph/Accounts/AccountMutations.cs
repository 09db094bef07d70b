using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Graph.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Accounts;

/// <summary>What a person fills in to register. 个人用户注册. IND-01 to IND-08.</summary>
public sealed class RegisterProfessionalInput
{
    /// <summary>身份证号码, the later sign-in name; 18 characters. IND-02, IND-07.</summary>
    public required string IdNumber { get; init; }

    /// <summary>密码: 8 to 32 characters, three of four classes. ACC-02.</summary>
    public required string Password { get; init; }

    /// <summary>手机号码, 11 digits. IND-01.</summary>
    public required string Mobile { get; init; }

    /// <summary>电子邮箱; the verdict is sent there. IND-01, EML-03.</summary>
    public required string Mail { get; init; }

    /// <summary>真实姓名, cannot be changed later. IND-04.</summary>
    public required string Name { get; init; }

    /// <summary>性别; must agree with the ID number when given. IND-07.</summary>
    public Sex? Sex { get; init; }

    /// <summary>出生年月; must agree with the ID number when given. IND-07.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>所属法人单位, an active employer; cannot be changed later. IND-04.</summary>
    public Key<EmployerView>? Employer { get; init; }

    /// <summary>所属部门, of that employer. PIC-03.</summary>
    public Key<DepartmentView>? Department { get; init; }

    /// <summary>联系地址, at most 200 characters. IND-06.</summary>
    public string? Address { get; init; }

    /// <summary>固定电话, for example 0371-65900000. IND-06.</summary>
    public string? Landline { get; init; }

    /// <summary>Title, education and the rest. IND-03, IND-06.</summary>
    public required PersonalDataInput Data { get; init; }

    /// <summary>Agrees to the notice on personal information. IND-08.</summary>
    public required bool Consent { get; init; }
}

/// <summary>What a professional tells of himself besides identity; codes are of the code lists. IND-03, IND-06.</summary>
public sealed class PersonalDataInput
{
    /// <summary>职称级别, code of TITLE_LEVELS. REQ-02.</summary>
    public string? TitleLevel { get; init; }

    /// <summary>职称系列, code of TITLE_SERIES.</summary>
    public string? TitleSeries { get; init; }

    /// <summary>专业技术职务（职称名称）.</summary>
    public string? TitleName { get; init; }

    /// <summary>职称取得时间.</summary>
    public DateOnly? TitleSince { get; init; }

    /// <summary>所学专业, code of MAJORS.</summary>
    public string? Major { get; init; }

    /// <summary>从事专业.</summary>
    public string? Occupation { get; init; }

    /// <summary>民族, code of ETHNIC_GROUPS.</summary>
    public string? EthnicGroup { get; init; }

    /// <summary>籍贯.</summary>
    public string? NativePlace { get; init; }

    /// <summary>政治面貌, code of POLITICAL_STATUS.</summary>
    public string? PoliticalStatus { get; init; }

    /// <summary>毕业院校.</summary>
    public string? School { get; init; }

    /// <summary>学历, code of EDUCATION_LEVELS.</summary>
    public string? Education { get; init; }

    /// <summary>学位, code of DEGREES.</summary>
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

    internal PersonalData ToData() => new()
    {
        TitleLevel = TitleLevel ?? "",
        TitleSeries = TitleSeries,
        TitleName = TitleName,
        TitleSince = TitleSince,
        Major = Major,
        Occupation = Occupation,
        EthnicGroup = EthnicGroup,
        NativePlace = NativePlace,
        PoliticalStatus = PoliticalStatus,
        School = School,
        Education = Education,
        Degree = Degree,
        GraduatedOn = GraduatedOn,
        WorkingSince = WorkingSince,
        AdministrativePost = AdministrativePost,
        TitleCertificateNo = TitleCertificateNo,
        AppointedTitle = AppointedTitle,
        AppointedOn = AppointedOn,
        PractisingQualification = PractisingQualification,
        QualifiedOn = QualifiedOn,
        PostalCode = PostalCode,
    };
}

/// <summary>What came of the registration of a professional. IND-09.</summary>
public sealed class RegisterProfessionalPayload : RegistrationPayload;

[MutationType]
internal static class AccountMutations
{
    /// <summary>Registers a professional, who then waits for the employer. 个人用户注册. IND-01 to IND-11.</summary>
    /// <param name="input">What was filled in.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static async Task<RegisterProfessionalPayload> RegisterProfessional(RegisterProfessionalInput input, [FromServices] RegisterProfessional useCase, CancellationToken cancel)
    {
        var outcome = await useCase.RunAsync(
            new()
            {
                Applicant = new() { IdNumber = input.IdNumber, Password = input.Password, Mobile = input.Mobile, Mail = input.Mail, Name = input.Name, Consent = input.Consent },
                Sex = input.Sex,
                BirthDate = input.BirthDate,
                EmployerId = input.Employer?.Value,
                DepartmentId = input.Department?.Value,
                Address = input.Address,
                Landline = input.Landline,
                Data = input.Data.ToData(),
            }, cancel);
        return outcome.To(_ => new RegisterProfessionalPayload { Message = "您已完成专技人员注册，请耐心等待所属单位审批" });
    }

    /// <summary>Shows the full ID number of one professional; each look is written to the audit log. 查看身份证号码. SEC-E5.</summary>
    /// <param name="input">Whose, and why.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.RevealPersonalData)]
    public static async Task<RevealIdNumberPayload> RevealIdNumber(RevealIdNumberInput input, [FromServices] RevealIdNumber useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Professional.Value, input.Reason, cancel)).To(number => new RevealIdNumberPayload { IdNumber = number });
}

/// <summary>Whose full ID number is to be shown, and why. SEC-E5.</summary>
public sealed class RevealIdNumberInput
{
    /// <summary>The person.</summary>
    public required Key<ProfessionalView> Professional { get; init; }

    /// <summary>Reason, 1 to 200 characters; it goes into the audit log. 查看原因.</summary>
    public required string Reason { get; init; }
}

/// <summary>What came of asking for a full ID number.</summary>
public sealed class RevealIdNumberPayload : Payload
{
    /// <summary>All 18 characters; null when refused. 身份证号码.</summary>
    public string? IdNumber { get; init; }
}
