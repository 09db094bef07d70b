using System.Globalization;

namespace HnCe.Pages.Training;

/// <summary>The moment a reviewer was shown something, on its way through a form.</summary>
public static class SeenAt
{
    /// <summary>Now.</summary>
    public static string Write(TimeProvider clock) => clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The moment, UTC; the beginning of time for what is none, so that nothing counts as seen.</summary>
    public static DateTime Read(string? text) =>
        DateTime.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) && at.Kind is DateTimeKind.Utc ? at : DateTime.UnixEpoch;
}
