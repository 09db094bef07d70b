namespace HnCe.Domain.Data;

/// <summary>Times are stored in UTC; "today" and "year" mean the calendar of Asia/Shanghai. Source: GEN-09.</summary>
public static class ChinaTime
{
    /// <summary>The zone Asia/Shanghai.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>
    /// The present moment, UTC, in whole microseconds: PostgreSQL keeps no more, and what is hashed must read back as it was written.
    /// </summary>
    public static DateTime Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>Today's date in China.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOf(clock.Now());

    /// <summary>The moment, UTC, at which a day in China begins: today, or some days from it.</summary>
    public static DateTime StartOfDay(this TimeProvider clock, int days = 0) =>
        StartOf(clock.Today().AddDays(days));

    /// <summary>The moment, UTC, at which a day in China begins.</summary>
    public static DateTime StartOf(DateOnly day) =>
        day <= DateOnly.MinValue.AddDays(1) ? DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc) : TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone);

    /// <summary>The calendar date in China of a UTC moment.</summary>
    public static DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));
}
