using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Declarations;
using HnCe.Domain.ReferenceData;
using HnCe.Domain.Training;
using HnCe.Graph.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Training;

/// <summary>A training subject with its teaching recommendation. 培训科目. SUB-01, SUB-02.</summary>
[Name("Subject")]
public sealed class SubjectView : INode
{
    /// <inheritdoc/>
    [Ignore]
    public long Key { get; init; }

    /// <summary>Name. 科目名称.</summary>
    public string Name { get; init; } = "";

    /// <summary>Year of training. 培训年度.</summary>
    public int TrainingYear { get; init; }

    /// <summary>Subject category, fixed by the owner. 科目类型.</summary>
    public SubjectCategory Category { get; init; }

    /// <summary>Field, code of MAJORS; always there for professional subjects. 所属专业.</summary>
    public string? Major { get; init; }

    /// <summary>Name of the field. 所属专业.</summary>
    [Needs(nameof(Major))]
    public string? MajorName => SeedFile.NameOf("majors", Major);

    /// <summary>Recommended credit hours, which no plan exceeds. 建议学时. PLN-05.</summary>
    public decimal Hours { get; init; }

    /// <summary>Teaching recommendation and content. 教学建议/内容.</summary>
    public string? Recommendation { get; init; }

    /// <summary>Textbook. 教材.</summary>
    public string? Textbook { get; init; }

    /// <summary>Whether new plans may choose it. 是否可用. SUB-03.</summary>
    public bool Available { get; init; }

    /// <summary>The province or the industry department that keeps it. 制定部门. SUB-01.</summary>
    public IOrganizationView Owner { get; init; } = null!;

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Subject, SubjectView>> Shape = s => new()
    {
        Key = s.Id,
        Name = s.Data.Name,
        TrainingYear = s.Data.TrainingYear,
        Category = s.Category,
        Major = s.Data.Major,
        Hours = s.Data.Hours,
        Recommendation = s.Data.Recommendation,
        Textbook = s.Data.Textbook,
        Available = !s.Retired,
        Owner = IOrganizationView.Shape.Of(s.Owner),
    };
}

/// <summary>Which subjects are wanted; conditions combine with AND. DEP-07, PRO-11, PLN-02.</summary>
public sealed class SubjectFilterInput
{
    /// <summary>Part of the name. 科目名称.</summary>
    public string? Name { get; init; }

    /// <summary>Year of training. 培训年度.</summary>
    public int? TrainingYear { get; init; }

    /// <summary>Field, code of MAJORS. 所属专业.</summary>
    public string? Major { get; init; }

    /// <summary>Whether new plans may choose it. 是否可用.</summary>
    public bool? Available { get; init; }

    /// <summary>Subject category. 科目类型.</summary>
    public SubjectCategory? Category { get; init; }

    /// <summary>Only subjects of the caller's own organization, or only those of others. DEP-08.</summary>
    public bool? Own { get; init; }

    internal SubjectFilter ToFilter() => new() { Name = Name, TrainingYear = TrainingYear, Major = Major, Available = Available, Category = Category, Own = Own };
}

/// <summary>What a subject says. SUB-02.</summary>
public abstract class SubjectFields
{
    /// <summary>Name, up to 100 characters. 科目名称.</summary>
    public required string Name { get; init; }

    /// <summary>Year of training, one of trainingYears. 培训年度.</summary>
    public required int TrainingYear { get; init; }

    /// <summary>Field, code of MAJORS; required for professional subjects. 所属专业.</summary>
    public string? Major { get; init; }

    /// <summary>Recommended credit hours, 0.5 to 200 in steps of 0.5. 建议学时.</summary>
    public required decimal Hours { get; init; }

    /// <summary>Teaching recommendation and content, up to 2000 characters. 教学建议/内容.</summary>
    public string? Recommendation { get; init; }

    /// <summary>Textbook, up to 100 characters. 教材.</summary>
    public string? Textbook { get; init; }

    internal SubjectData ToData() => new()
    {
        Name = Name,
        TrainingYear = TrainingYear,
        Major = Major,
        Hours = Hours,
        Recommendation = Recommendation,
        Textbook = Textbook,
    };
}

/// <summary>A new subject. 新增科目. SUB-01.</summary>
public sealed class AddSubjectInput : SubjectFields;

/// <summary>What becomes of a subject. 编辑科目. SUB-01.</summary>
public sealed class ChangeSubjectInput : SubjectFields
{
    /// <summary>The subject, of the caller's own organization. DEP-08.</summary>
    public required Key<SubjectView> Id { get; init; }
}

/// <summary>Which subject is meant. SUB-03.</summary>
public sealed class SubjectInput
{
    /// <summary>The subject, of the caller's own organization. DEP-08.</summary>
    public required Key<SubjectView> Id { get; init; }
}

/// <summary>What came of keeping a subject.</summary>
public abstract class SubjectPayload : Payload
{
    /// <summary>Opaque id of the subject; null when refused.</summary>
    public Key<SubjectView>? SubjectId { get; init; }
}

/// <summary>What came of adding a subject.</summary>
public sealed class AddSubjectPayload : SubjectPayload;

/// <summary>What came of changing a subject.</summary>
public sealed class ChangeSubjectPayload : SubjectPayload;

/// <summary>What came of retiring a subject.</summary>
public sealed class RetireSubjectPayload : SubjectPayload;

/// <summary>What came of offering a subject again.</summary>
public sealed class ReactivateSubjectPayload : SubjectPayload;
