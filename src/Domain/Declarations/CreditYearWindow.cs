using HnCe.Domain.Access;

namespace HnCe.Domain.Declarations;

/// <summary>
/// The credit years (计入年度) open for declarations: the current one, and the previous one until a closing date that the
/// province sets (DEC-05). Earlier years cannot be made up for.
/// </summary>
/// <param name="ClosingMonth">The month in which the previous year closes.</param>
/// <param name="ClosingDay">The last day on which it is open; a day that the month lacks means the month's last.</param>
public sealed record CreditYearWindow(int ClosingMonth = 3, int ClosingDay = 31)
{
    /// <summary>The open years, newest first.</summary>
    public IReadOnlyList<int> Open(DateOnly today) => today <= LastDay(today.Year) ? [today.Year, today.Year - 1] : [today.Year];

    /// <summary>The last day, in a year, on which the year before it is open.</summary>
    public DateOnly LastDay(int year) => new(year, ClosingMonth, Math.Min(ClosingDay, DateTime.DaysInMonth(year, ClosingMonth)));

    /// <summary>Refuses a year that is not open: <see cref="RefusalCode.CreditYearClosed"/> at <c>creditYear</c>.</summary>
    public Refusal? Check(int creditYear, DateOnly today) => Open(today).Contains(creditYear)
        ? null
        : new(RefusalCode.CreditYearClosed, $"计入年度只能选择 {string.Join(" 年或 ", Open(today))} 年", "creditYear");

    /// <summary>Whether an event on that day may count for the credit year: it lies in it or in the year before (DEC-05).</summary>
    public static bool Covers(int creditYear, DateOnly day) => day.Year == creditYear || day.Year == creditYear - 1;
}
