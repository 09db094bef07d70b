using System.Globalization;
using HnCe.Pages.Files;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Training;

/// <summary>The answers of the plan form between two requests; they travel in the form itself. Source: PLN-04.</summary>
public sealed record PlanForm
{
    /// <summary>The plan to be changed; null for a new one.</summary>
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Category { get; init; }

    public string? Subject { get; init; }

    public string? TrainingYear { get; init; }

    public string? CreditYear { get; init; }

    public string? Form { get; init; }

    public string? Hours { get; init; }

    public string? PlannedTrainees { get; init; }

    public string? Audience { get; init; }

    public string? StartsOn { get; init; }

    public string? EndsOn { get; init; }

    public string? Place { get; init; }

    public string? Teachers { get; init; }

    public string? Fee { get; init; }

    public string? Assessment { get; init; } = "SCORE";

    public string? PassMark { get; init; } = "60";

    public string? Content { get; init; }

    public string? Remark { get; init; }

    public string? Target { get; init; }

    public PostedFile? File { get; init; }

    public static PlanForm Posted(IFormCollection form)
    {
        string? Text(string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
        return new()
        {
            Id = Text("id"),
            Name = Text("name"),
            Category = Text("category"),
            Subject = Text("subject"),
            TrainingYear = Text("trainingYear"),
            CreditYear = Text("creditYear"),
            Form = Text("form"),
            Hours = Text("hours"),
            PlannedTrainees = Text("plannedTrainees"),
            Audience = Text("audience"),
            StartsOn = Text("startsOn"),
            EndsOn = Text("endsOn"),
            Place = Text("place"),
            Teachers = Text("teachers"),
            Fee = Text("fee"),
            Assessment = Text("assessment"),
            PassMark = Text("passMark"),
            Content = Text("content"),
            Remark = Text("remark"),
            Target = Text("target"),
            File = PostedFile.Kept(form),
        };
    }

    /// <summary>What the form itself can tell is wrong before the graph is asked: answers that have no place in an input.</summary>
    public IEnumerable<UserError> Unreadable()
    {
        foreach (var (text, path, label) in new[] { (Hours, "hours", "学时"), (PlannedTrainees, "plannedTrainees", "计划培训人数"), (PassMark, "passMark", "合格分数线") })
        {
            if (text is not null && (TypedNumber.Read(text) is not { } number || (path == "plannedTrainees" && (number % 1 != 0 || number > int.MaxValue))))
            {
                yield return new("NOT_A_NUMBER", $"{label}应为{(path == "plannedTrainees" ? "整数" : "数字")}", path);
            }
        }

        foreach (var (text, path, label) in new[] { (StartsOn, "startsOn", "开始时间"), (EndsOn, "endsOn", "结束时间") })
        {
            if (text is not null && Day(text) is null)
            {
                yield return new("INVALID_DATE", $"{label}应为日期，如 2026-05-01", path);
            }
        }
    }

    /// <summary>The input of the graph; unreadable answers are left out.</summary>
    public object ToInput() => new
    {
        Id,
        Name = Name ?? "",
        Category = Category == "PUBLIC" ? "PUBLIC" : "PROFESSIONAL",
        Subject,
        TrainingYear = Year(TrainingYear),
        CreditYear = Year(CreditYear),
        Form,
        Hours = TypedNumber.Read(Hours),
        PlannedTrainees = (int?)TypedNumber.Read(PlannedTrainees),
        Audience,
        StartsOn = Day(StartsOn),
        EndsOn = Day(EndsOn),
        Place,
        Teachers,
        Fee,
        Assessment = Assessment == "PASS_FAIL" ? "PASS_FAIL" : "SCORE",
        PassMark = TypedNumber.Read(PassMark),
        Content,
        Remark,
        Target = Target is "SAME_LEVEL_BUREAU" or "INDUSTRY_DEPARTMENT" ? Target : null,
        File = File?.Id,
    };

    private static int Year(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>A plan as it is stored, with all that form and detail show.</summary>
public sealed record StoredPlan(
    string Id, string Name, string Category, StoredPlanSubject Subject, int TrainingYear, int CreditYear, string Form, string? FormName, decimal Hours, int PlannedTrainees,
    string? Audience, DateOnly? StartsOn, DateOnly? EndsOn, string Place, string? Teachers, string? Fee, string Assessment, decimal PassMark, string? Content, string? Remark,
    StoredPlanTarget? Target, StoredFile? Attachment, string Status, DateTime? SubmittedAt, DateTime? DecidedAt, string? Reason, bool CanEdit, bool CanReview, Declarations.Named Institution)
{
    public bool ByScore => Assessment == "SCORE";

    public PlanForm ToForm() => new()
    {
        Id = Id,
        Name = Name,
        Category = Category,
        Subject = Subject.Id,
        TrainingYear = $"{TrainingYear}",
        CreditYear = $"{CreditYear}",
        Form = Form,
        Hours = Hours == 0 ? null : Number.Hours(Hours),
        PlannedTrainees = PlannedTrainees == 0 ? null : $"{PlannedTrainees}",
        Audience = Audience,
        StartsOn = Text(StartsOn),
        EndsOn = Text(EndsOn),
        Place = Place,
        Teachers = Teachers,
        Fee = Fee,
        Assessment = Assessment,
        PassMark = Number.Hours(PassMark),
        Content = Content,
        Remark = Remark,
        Target = Target?.Kind switch { null => null, "IndustryDepartment" => "INDUSTRY_DEPARTMENT", _ => "SAME_LEVEL_BUREAU" },
        File = Attachment is null ? null : new(Attachment.Id, Attachment.Name, Attachment.Size),
    };

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The subject of a plan.</summary>
public sealed record StoredPlanSubject(string Id, string Name, decimal Hours, string? MajorName, bool Available, Declarations.Named Owner);

/// <summary>送审部门; the kind tells bureau and industry department apart.</summary>
public sealed record StoredPlanTarget(string Name, string Kind);

/// <summary>附件.</summary>
public sealed record StoredFile(string Id, string Name, int Size, string Url);
