using HnCe.Domain.Access;

namespace HnCe.Domain.Declarations;

/// <summary>The hours that a declarant asks for (申报学时, DEC-04): 0.5 to 200 in steps of 0.5.</summary>
public static class ClaimedHours
{
    /// <summary>Least hours (学时).</summary>
    public const decimal Least = 0.5m;

    /// <summary>Most hours (学时).</summary>
    public const decimal Most = 200m;

    /// <summary>
    /// Gives back <see cref="RefusalCode.HoursOutOfRange"/> or <see cref="RefusalCode.HoursNotInHalfSteps"/>
    /// at <c>claimedHours</c>, or none. The hours of training subjects and plans keep the same bounds (SUB-02, PLN-04).
    /// </summary>
    public static Refusal? Check(decimal hours, string label = "申报学时", string path = "claimedHours")
    {
        if (hours is < Least or > Most)
        {
            return new(RefusalCode.HoursOutOfRange, $"{label}应在 0.5 到 200 之间", path);
        }

        return hours % 0.5m == 0 ? null : new(RefusalCode.HoursNotInHalfSteps, $"{label}应为 0.5 的整倍数", path);
    }
}
