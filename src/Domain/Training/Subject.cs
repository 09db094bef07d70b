using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using HnCe.Domain.Access;
using HnCe.Domain.Audit;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;

namespace HnCe.Domain.Training;

/// <summary>What a subject says; the same for adding and changing. Source: SUB-02.</summary>
public sealed record SubjectData
{
    /// <summary>科目名称, up to 100 characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>培训年度.</summary>
    public int TrainingYear { get; init; }

    /// <summary>所属专业, code of majors; required for professional subjects.</summary>
    public string? Major { get; init; }

    /// <summary>建议学时, credit hours in half steps.</summary>
    public decimal Hours { get; init; }

    /// <summary>教学建议/内容, up to 2000 characters.</summary>
    public string? Recommendation { get; init; }

    /// <summary>教材, up to 100 characters.</summary>
    public string? Textbook { get; init; }

    /// <summary>The same without blanks around texts, and without empty texts.</summary>
    public SubjectData Tidy() => this with
    {
        Name = Name.Trim(),
        Major = TextRule.Tidy(Major),
        Recommendation = TextRule.Tidy(Recommendation),
        Textbook = TextRule.Tidy(Textbook),
    };
}

/// <summary>培训科目: a subject with its teaching recommendation; public ones by the province, professional ones by industry departments. Source: SUB-01.</summary>
public sealed class Subject : IScoped<Subject>, IAudited
{
    private Subject()
    {
    }

    /// <summary>A subject of an owner; the owner's kind decides the category.</summary>
    public Subject(Organization owner, SubjectData data)
    {
        Owner = owner;
        Category = CategoryOf(owner);
        Change(data);
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Key of the owner.</summary>
    public long OwnerId { get; private set; }

    /// <summary>The province or an industry department.</summary>
    public Organization Owner { get; private set; } = null!;

    /// <summary>科目类型, fixed by the owner.</summary>
    public SubjectCategory Category { get; private set; }

    /// <summary>Name, year, hours and texts.</summary>
    public SubjectData Data { get; private set; } = new();

    /// <summary>Hash of training year and folded name; unique for an owner, also when two add the same at once. Source: SUB-03.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>停用: not offered to new plans; existing ones keep it. Source: SUB-03.</summary>
    public bool Retired { get; private set; }

    /// <inheritdoc/>
    public string AuditSubject => $"Subject:{Id}";

    /// <inheritdoc/>
    public static Expression<Func<Subject, bool>> Reached(Jurisdiction reach) => reach switch
    {
        Jurisdiction.Everywhere => _ => true,
        Jurisdiction.OneOrganization { Id: var id } => s => s.OwnerId == id,
        _ => _ => false,
    };

    /// <summary>Changes what it says.</summary>
    public void Change(SubjectData data) => (Data, NameKey) = (data, KeyOf(data));

    /// <summary>停用 or 启用.</summary>
    public void SetRetired(bool retired) => Retired = retired;

    /// <summary>公需 for the province, 专业 for an industry department. Source: SUB-01.</summary>
    public static SubjectCategory CategoryOf(Organization owner) => owner is HrBureau ? SubjectCategory.Public : SubjectCategory.Professional;

    /// <summary>The key that data would have: width, case and blanks of a name do not tell subjects apart.</summary>
    public static string KeyOf(SubjectData data) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{data.TrainingYear}:{NameGram.Normalize(data.Name)}")));
}
