using System.Globalization;

namespace HnCe.Pages.Pieces;

/// <summary>Moments as users read them: Asia/Shanghai, 24 hours.</summary>
public static class ChineseTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>2026-03-05, for tables and records.</summary>
    public static string Table(DateTimeOffset at) => Local(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>2026-03-05 20:14, for records where the hour matters.</summary>
    public static string Minute(DateTimeOffset at) => Local(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>2026年3月5日, for sentences.</summary>
    public static string Sentence(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>How many days ago a moment was, by the calendar.</summary>
    public static int DaysSince(this TimeProvider clock, DateTimeOffset at) => Day(clock.GetUtcNow()).DayNumber - Day(at).DayNumber;

    /// <summary>This year and those before it, newest first, for filters.</summary>
    public static IReadOnlyList<Choice> Years(this TimeProvider clock, int count) =>
    [
        .. from back in Enumerable.Range(0, count)
           let year = $"{Day(clock.GetUtcNow()).Year - back}"
           select new Choice(year, year),
    ];
}
