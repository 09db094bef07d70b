using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Accounts;
using HnCe.Domain.ReferenceData;

namespace HnCe.Graph.Accounts;

/// <summary>What an applicant told of himself besides identity and title, in words, for whoever decides on the registration. 个人信息. IND-03, IND-06.</summary>
[Name("PersonalData")]
public sealed class PersonalDataView
{
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

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Professional, PersonalDataView>> Shape = p => new() { Data = p.Data };
}
