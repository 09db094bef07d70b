using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Graph.Accounts;
using HnCe.Graph.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Declarations;

/// <summary>Which declarations are wanted; conditions combine with AND. IND-18, EMP-17, S-RVW-02.</summary>
public sealed class DeclarationFilterInput
{
    /// <summary>Any of these states. 认定结果.</summary>
    public IReadOnlyList<DeclarationStatus>? Statuses { get; init; }

    /// <summary>Subject category. 科目类型.</summary>
    public SubjectCategory? Category { get; init; }

    /// <summary>Credit year. 计入年度.</summary>
    public int? CreditYear { get; init; }

    /// <summary>Form. 继续教育形式.</summary>
    public DeclarationKind? Kind { get; init; }

    /// <summary>Part of the person's name. 姓名.</summary>
    public string? Name { get; init; }

    /// <summary>Declaring employer. 申报机构.</summary>
    public Key<EmployerView>? Employer { get; init; }

    /// <summary>The person.</summary>
    public Key<ProfessionalView>? Professional { get; init; }

    /// <summary>The person's department. 部门.</summary>
    public Key<DepartmentView>? Department { get; init; }

    /// <summary>Only what was sent to the caller's own organization for review.</summary>
    public bool? SentToUs { get; init; }

    internal DeclarationFilter ToFilter() => new()
    {
        Statuses = Statuses,
        Category = Category,
        CreditYear = CreditYear,
        Kind = Kind,
        Name = Name,
        EmployerId = Employer?.Value,
        ProfessionalId = Professional?.Value,
        DepartmentId = Department?.Value,
        SentToUs = SentToUs ?? false,
    };
}

/// <summary>What waits for the caller's organization, narrowed down. S-RVW-01, S-RVW-02.</summary>
public sealed class WaitingFilterInput
{
    /// <summary>Declaring employers; without them, all. 申报机构.</summary>
    public IReadOnlyList<Key<EmployerView>>? Employers { get; init; }

    /// <summary>Part of the declaring employer's name. 申报机构.</summary>
    public string? EmployerName { get; init; }

    /// <summary>Waits for so many days or more, by the calendar. 等待时间.</summary>
    public int? MinDays { get; init; }

    /// <summary>Waits for so many days or fewer, by the calendar. 等待时间.</summary>
    public int? MaxDays { get; init; }

    /// <summary>Subject category. 科目类型.</summary>
    public SubjectCategory? Category { get; init; }

    /// <summary>Credit year. 计入年度.</summary>
    public int? CreditYear { get; init; }

    /// <summary>Form. 继续教育形式.</summary>
    public DeclarationKind? Kind { get; init; }

    /// <summary>Part of the person's name. 姓名.</summary>
    public string? Name { get; init; }

    internal WaitingFilter ToFilter(TimeProvider clock) => new()
    {
        EmployerIds = Employers?.Select(employer => employer.Value).ToList(),
        EmployerName = EmployerName,
        ForwardedFrom = MaxDays is { } most ? clock.StartOfDay(-most) : null,
        ForwardedBefore = MinDays is { } least ? clock.StartOfDay(1 - least) : null,
        Category = Category,
        CreditYear = CreditYear,
        Kind = Kind,
        Name = Name,
    };
}
