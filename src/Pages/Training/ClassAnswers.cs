using HnCe.Pages.Declarations;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Training;

/// <summary>Trainees of a class.</summary>
public sealed record TraineesAnswer(int All, int Qualified);

/// <summary>A class as the institution's lists show it.</summary>
public sealed record ClassRow(
    string Id, string Name, string PlanName, string Category, int TrainingYear, int CreditYear, DateOnly StartsOn, DateOnly EndsOn, int Capacity, int PlannedTrainees, TraineesAnswer Trainees, string Status)
{
    /// <summary>Scores can be entered, the class can be changed.</summary>
    public bool IsOpen => Status == "OPEN";
}

/// <summary>A class with everything that is stored.</summary>
public sealed record StoredClass(
    string Id, string Name, string PlanName, Named Institution, string SubjectName, string Category, int TrainingYear, int CreditYear, decimal Hours, string? FormName, int PlannedTrainees,
    string Assessment, decimal PassMark, DateOnly StartsOn, DateOnly EndsOn, string Place, string Manager, string Phone, int Capacity, string? Teachers, string? Remark, string Status,
    OwnerAnswer? Target, DateTime? SubmittedAt, DateTime? DecidedAt, string? Reason, TraineesAnswer Trainees)
{
    /// <summary>Scores can be entered, the class can be changed.</summary>
    public bool IsOpen => Status == "OPEN";

    /// <summary>Scores are numbers; otherwise 合格 or 不合格 alone. Source: SCO-04.</summary>
    public bool ByScore => Assessment == "SCORE";

    /// <summary>What the plan says about it. Source: CLS-02.</summary>
    public PlanFacts Facts => new(Category, SubjectName, TrainingYear, CreditYear, FormName, Hours, PlannedTrainees, Trainees.All, null);
}

/// <summary>What follows from the chosen plan. Source: CLS-02.</summary>
public sealed record PlanFacts(
    string Category, string SubjectName, int TrainingYear, int CreditYear, string? FormName, decimal Hours, int PlannedTrainees, int TraineesNow, string? Note);

/// <summary>A trainee's result as lists show it.</summary>
public sealed record TraineeRow(
    string Id, string Name, string IdNumber, string EmployerName, decimal? Score, bool Qualified, string? Remark, string? ExclusionReason, decimal? CreditedHours, ScoreClass Class);

/// <summary>The class of a result.</summary>
public sealed record ScoreClass(string Id, string Name, string Status, string Assessment);

/// <summary>选择培训班名称: an open class, for the page at an address. Source: SCO-02.</summary>
/// <param name="Address">The page that the choice leads to.</param>
/// <param name="Classes">Open classes.</param>
/// <param name="Id">The chosen one; null while none is.</param>
public sealed record ClassChoice(string Address, IReadOnlyList<Choice> Classes, string? Id)
{
    /// <summary>The text where a page would show the chosen class.</summary>
    public (string Title, string Text) WhenNone => Classes.Count == 0 ? ("没有可以录入成绩的培训班", "先备案培训班，再录入学员成绩。") : ("请选择培训班名称", "选择后，系统会自动加载培训班信息。");
}

/// <summary>A class in a choice.</summary>
public sealed record OfferedClass(string Id, string Name);

/// <summary>What came of a deletion or a verdict on several.</summary>
public sealed record ClassBatch(int? Succeeded, IReadOnlyList<LeftClass> Refused, IReadOnlyList<Hosting.UserError> UserErrors);

/// <summary>One that was left as it was.</summary>
public sealed record LeftClass(string Id, string Message);
