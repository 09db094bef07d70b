using System.Globalization;
using HnCe.Pages.Hosting;

namespace HnCe.Pages.Training;

/// <summary>The answers of the class form between two requests. Source: CLS-03.</summary>
public sealed record ClassForm
{
    /// <summary>The passed plan, for a new class.</summary>
    public string? Plan { get; init; }

    public string? Name { get; init; }

    public string? StartsOn { get; init; }

    public string? EndsOn { get; init; }

    public string? Place { get; init; }

    public string? Manager { get; init; }

    public string? Phone { get; init; }

    public string? Capacity { get; init; }

    public string? Teachers { get; init; }

    public string? Remark { get; init; }

    public static ClassForm Posted(IFormCollection form)
    {
        string? Text(string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
        return new()
        {
            Plan = Text("plan"),
            Name = Text("name"),
            StartsOn = Text("startsOn"),
            EndsOn = Text("endsOn"),
            Place = Text("place"),
            Manager = Text("manager"),
            Phone = Text("phone"),
            Capacity = Text("capacity"),
            Teachers = Text("teachers"),
            Remark = Text("remark"),
        };
    }

    /// <summary>A stored class to be changed.</summary>
    public static ClassForm Of(StoredClass stored) => new()
    {
        Name = stored.Name,
        StartsOn = stored.StartsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        EndsOn = stored.EndsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Place = stored.Place,
        Manager = stored.Manager,
        Phone = stored.Phone,
        Capacity = $"{stored.Capacity}",
        Teachers = stored.Teachers,
        Remark = stored.Remark,
    };

    /// <summary>What the form itself can tell is wrong before the graph is asked: answers that have no place in an input.</summary>
    public IEnumerable<UserError> Unreadable()
    {
        foreach (var (text, path, label) in new[] { (StartsOn, "startsOn", "开班时间"), (EndsOn, "endsOn", "结束时间") })
        {
            if (Day(text) is null)
            {
                yield return text is null ? new("REQUIRED", $"请填写{label}", path) : new("INVALID_DATE", $"{label}应为日期，如 2026-05-01", path);
            }
        }

        if (Most is null)
        {
            yield return new("NOT_A_NUMBER", "班级人数上限应为整数", "capacity");
        }
    }

    /// <summary>The input of the graph.</summary>
    public object ToInput(string? id) => new
    {
        Id = id,
        Plan = id is null ? Plan : null,
        Data = new
        {
            Name = Name ?? "",
            StartsOn = Day(StartsOn),
            EndsOn = Day(EndsOn),
            Place = Place ?? "",
            Manager = Manager ?? "",
            Phone = Phone ?? "",
            Capacity = Most,
            Teachers,
            Remark,
        },
    };

    private int? Most => TypedNumber.Read(Capacity) is { } number && number % 1 == 0 && number <= int.MaxValue ? (int)number : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
