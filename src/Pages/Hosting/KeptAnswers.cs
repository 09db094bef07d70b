using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Hosting;

/// <summary>
/// The answers of a half-filled form while its owner is in a picker or at another step. They wait in an encrypted cookie, those of one form
/// at a time and for half an hour, so that they do not come back to whoever uses the computer next. Passwords are never among them.
/// </summary>
public static class KeptAnswers
{
    private const string Answers = "Kept";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <summary>The kept answers; null when there are none of this form, or too old ones.</summary>
    public static T? Kept<T>(this PageModel page)
        where T : class =>
        page.TempData.Peek(Answers) is string text && text.Split(' ', 3) is [var form, var since, var answers] && form == typeof(T).Name
            && Now(page) - DateTimeOffset.FromUnixTimeSeconds(long.Parse(since, CultureInfo.InvariantCulture)) < Life
            ? JsonSerializer.Deserialize<T>(answers)
            : null;

    /// <summary>Keeps the answers until <see cref="Forget"/>, half an hour, or the end of the browser.</summary>
    public static void Keep<T>(this PageModel page, T answers) =>
        page.TempData[Answers] = string.Create(CultureInfo.InvariantCulture, $"{typeof(T).Name} {Now(page).ToUnixTimeSeconds()} {JsonSerializer.Serialize(answers)}");

    /// <summary>Lets them go.</summary>
    public static void Forget(this PageModel page) => page.TempData.Remove(Answers);

    private static DateTimeOffset Now(PageModel page) => page.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}
