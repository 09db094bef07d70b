using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Graph.Files;
using HnCe.Graph.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Accounts;

/// <summary>What a professional keeps of himself, in full and only for himself; codes are of the code lists. 个人基本信息. IND-06, IND-14.</summary>
[Name("Profile")]
public sealed class ProfileView
{
    /// <summary>Hash that sealed texts are bound to.</summary>
    [Ignore]
    public string PersonHash { get; init; } = "";

    /// <summary>Sealed ID number.</summary>
    [Ignore]
    public byte[] IdNumberSealed { get; init; } = [];

    /// <summary>Sealed address.</summary>
    [Ignore]
    public byte[]? AddressSealed { get; init; }

    /// <summary>Sealed landline number.</summary>
    [Ignore]
    public byte[]? LandlineSealed { get; init; }

    /// <summary>The codes.</summary>
    [Ignore]
    public PersonalData Data { get; init; } = new();

    /// <summary>性别. IND-07.</summary>
    public Sex Sex { get; init; }

    /// <summary>所属法人单位; cannot be changed by oneself. IND-14.</summary>
    public EmployerView Employer { get; init; } = null!;

    /// <summary>所属部门.</summary>
    public DepartmentView? Department { get; init; }

    /// <summary>照片.</summary>
    public AttachmentView? Photo { get; init; }

    /// <summary>When the employer approved the registration, UTC.</summary>
    public DateTime? ApprovedAt { get; init; }

    /// <summary>职称级别, code of TITLE_LEVELS.</summary>
    public string TitleLevel => Data.TitleLevel;

    /// <summary>职称系列, code of TITLE_SERIES.</summary>
    public string? TitleSeries => Data.TitleSeries;

    /// <summary>专业技术职务（职称名称）.</summary>
    public string? TitleName => Data.TitleName;

    /// <summary>职称取得时间.</summary>
    public DateOnly? TitleSince => Data.TitleSince;

    /// <summary>所学专业, code of MAJORS.</summary>
    public string? Major => Data.Major;

    /// <summary>从事专业.</summary>
    public string? Occupation => Data.Occupation;

    /// <summary>民族, code of ETHNIC_GROUPS.</summary>
    public string? EthnicGroup => Data.EthnicGroup;

    /// <summary>籍贯.</summary>
    public string? NativePlace => Data.NativePlace;

    /// <summary>政治面貌, code of POLITICAL_STATUS.</summary>
    public string? PoliticalStatus => Data.PoliticalStatus;

    /// <summary>毕业院校.</summary>
    public string? School => Data.School;

    /// <summary>学历, code of EDUCATION_LEVELS.</summary>
    public string? Education => Data.Education;

    /// <summary>学位, code of DEGREES.</summary>
    public string? Degree => Data.Degree;

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

    /// <summary>邮编.</summary>
    public string? PostalCode => Data.PostalCode;

    /// <summary>出生年月, of the ID number. IND-07.</summary>
    /// <param name="box">Opens.</param>
    /// <param name="clock">Clock.</param>
    public DateOnly? BirthDate([FromServices] SecretBox box, [FromServices] TimeProvider clock) =>
        IdNumber.TryParse(box.Open(IdNumberSealed, SecretBox.IdNumber, PersonHash), clock.Today(), out var number) ? number.BirthDate : null;

    /// <summary>联系地址.</summary>
    /// <param name="box">Opens.</param>
    public string? Address([FromServices] SecretBox box) => AddressSealed is null ? null : box.Open(AddressSealed, SecretBox.Address, PersonHash);

    /// <summary>固定电话.</summary>
    /// <param name="box">Opens.</param>
    public string? Landline([FromServices] SecretBox box) => LandlineSealed is null ? null : box.Open(LandlineSealed, SecretBox.Landline, PersonHash);

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Professional, ProfileView>> Shape = p => new()
    {
        PersonHash = p.PersonHash,
        IdNumberSealed = p.IdNumberSealed,
        AddressSealed = p.AddressSealed,
        LandlineSealed = p.LandlineSealed,
        Data = p.Data,
        Sex = p.Sex,
        Employer = EmployerView.Shape.Of(p.Employer),
        Department = DepartmentView.Shape.OfOptional(p.Department),
        Photo = AttachmentView.Shape.OfOptional(p.Photo),
        ApprovedAt = p.ApprovedAt,
    };
}

[Extends<ViewerView>]
internal static class ViewerProfile
{
    /// <summary>The caller's own profile; null for administrators. 个人基本信息. IND-14.</summary>
    /// <param name="selected">The shape.</param>
    /// <param name="people">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    public static Task<ProfileView?> Profile(Selected<Professional, ProfileView> selected, [FromServices] PeopleReader people, CancellationToken cancel) =>
        people.OwnProfileAsync(selected.Shape, cancel);
}

/// <summary>What a professional changes of himself; employer, name and ID number cannot be changed. IND-14.</summary>
public sealed class UpdateProfileInput
{
    /// <summary>手机号码, 11 digits.</summary>
    public required string Mobile { get; init; }

    /// <summary>电子邮箱.</summary>
    public required string Mail { get; init; }

    /// <summary>联系地址, at most 200 characters.</summary>
    public string? Address { get; init; }

    /// <summary>固定电话, for example 0371-65900000.</summary>
    public string? Landline { get; init; }

    /// <summary>所属部门, of one's own employer. PIC-03.</summary>
    public Key<DepartmentView>? Department { get; init; }

    /// <summary>A new photo, JPG or PNG, uploaded by oneself; null leaves it as it is.</summary>
    public Key<AttachmentView>? Photo { get; init; }

    /// <summary>Title, education and the rest.</summary>
    public required PersonalDataInput Data { get; init; }
}

/// <summary>What came of changing one's profile.</summary>
public sealed class UpdateProfilePayload : Payload
{
    /// <summary>The year from which a new title level counts: this one, or the next once this one has its certificate; null when it is the old level. IND-15.</summary>
    public int? TitleLevelFrom { get; init; }
}

/// <summary>How an administrator can be reached. EMP-10.</summary>
public sealed class UpdateOwnAccountInput
{
    /// <summary>手机号码, 11 digits.</summary>
    public required string Mobile { get; init; }

    /// <summary>电子邮箱.</summary>
    public required string Mail { get; init; }
}

/// <summary>What came of changing one's own account.</summary>
public sealed class UpdateOwnAccountPayload : Payload;

[MutationType]
internal static class ProfileMutations
{
    /// <summary>Changes what a professional keeps of himself; NOT_FOUND for administrators. 个人基本信息维护. IND-14, IND-15.</summary>
    /// <param name="input">Everything, as it shall be.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.UseOwnAccount)]
    public static async Task<UpdateProfilePayload> UpdateProfile(UpdateProfileInput input, [FromServices] UpdateProfile useCase, CancellationToken cancel)
    {
        var outcome = await useCase.RunAsync(
            new()
            {
                Mobile = input.Mobile,
                Mail = input.Mail,
                Address = input.Address,
                Landline = input.Landline,
                DepartmentId = input.Department?.Value,
                PhotoId = input.Photo?.Value,
                Data = input.Data.ToData(),
            }, cancel);
        return outcome.To(from => new UpdateProfilePayload { TitleLevelFrom = from == 0 ? null : from });
    }

    /// <summary>Changes mobile phone and mail of one's own account. 个人基本信息维护. EMP-10, INS-06.</summary>
    /// <param name="input">Both, as they shall be.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.UseOwnAccount)]
    public static async Task<UpdateOwnAccountPayload> UpdateOwnAccount(UpdateOwnAccountInput input, [FromServices] UpdateOwnAccount useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Mobile, input.Mail, cancel)).To(_ => new UpdateOwnAccountPayload());
}
