using System.Security.Cryptography;
using System.Text;
using HnCe.Domain.Data;
using HnCe.Domain.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>A captcha ready to be shown.</summary>
/// <param name="Id">Names the challenge; not guessable.</param>
/// <param name="Png">The picture.</param>
public sealed record DrawnCaptcha(string Id, byte[] Png);

/// <summary>A captcha in words, for whom a picture is of no use.</summary>
/// <param name="Id">Names the challenge; not guessable.</param>
/// <param name="Question">The sum, in Chinese words.</param>
public sealed record AskedCaptcha(string Id, string Question);

/// <summary>Settings of the captcha.</summary>
public sealed class CaptchaOptions
{
    /// <summary>An answer that is always right, so that demo accounts can be tried by scripts. Only Development takes it; elsewhere the start is refused.</summary>
    public string? DevelopmentAnswer { get; set; }
}

/// <summary>验证码: draws challenges and takes their answers; each can be answered once, right or wrong, within five minutes. Source: LOG-07.</summary>
public sealed class Captchas(UnitOfWork work, SecretBox box, CaptchaImage image, CaptchaOptions options, TimeProvider clock)
{
    /// <summary>Draws a new challenge.</summary>
    public async Task<DrawnCaptcha> DrawAsync(CancellationToken cancel)
    {
        var answer = CaptchaText.Next();
        return new((await KeepAsync(answer, cancel)).ToString("N"), image.Draw(answer));
    }

    /// <summary>Asks a new challenge in words; it counts, expires and is used up like a picture. Source: LOG-07, decision 0016.</summary>
    public async Task<AskedCaptcha> AskAsync(CancellationToken cancel)
    {
        var sum = CaptchaSum.Next();
        return new((await KeepAsync(sum.Answer, cancel)).ToString("N"), sum.Question);
    }

    /// <summary>Takes an answer and uses the challenge up.</summary>
    public async Task<bool> TakeAsync(string? id, string? answer, CancellationToken cancel)
    {
        var typed = TypedText.FoldCode(answer ?? "");
        if (options.DevelopmentAnswer is { Length: > 0 } always && typed == always)
        {
            return true;
        }

        if (!Guid.TryParse(id, out var key))
        {
            return false;
        }

        var challenge = await work.Db.CaptchaChallenges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == key, cancel);
        var taken = await work.Db.CaptchaChallenges.Where(c => c.Id == key).ExecuteDeleteAsync(cancel);
        return taken == 1 && challenge!.ExpiresAt > clock.Now()
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(challenge.AnswerHash), Encoding.ASCII.GetBytes(HashOf(key, CaptchaSum.Read(typed))));
    }

    private async Task<Guid> KeepAsync(string answer, CancellationToken cancel)
    {
        var id = Guid.NewGuid();
        await work.RunAsync<bool>(nameof(Captchas), async write =>
        {
            await work.Db.CaptchaChallenges.Where(c => c.ExpiresAt < write.At).ExecuteDeleteAsync(cancel);
            work.Db.CaptchaChallenges.Add(new(id, HashOf(id, answer), write.At));
            return true;
        }, cancel);
        return id;
    }

    private string HashOf(Guid id, string answer) => box.Hash($"captcha:{id:N}:{answer.ToUpperInvariant()}");
}
