using System.Text.RegularExpressions;
using HnCe.Domain.Access;
using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Accounts;

/// <summary>Checks how a person can be reached. Source: IND-01, IND-06, EML-03.</summary>
internal static partial class ContactCheck
{
    private const int MostMail = 100;
    private const int MostAddress = 200;

    /// <summary>Refusals of mobile phone and mail, both required.</summary>
    public static IEnumerable<Refusal> Read(string mobile, string mail)
    {
        if (!MobileShape().IsMatch(mobile.Trim()))
        {
            yield return AccountRefusals.InvalidMobile;
        }

        if (!IsMail(mail))
        {
            yield return AccountRefusals.InvalidMail;
        }
    }

    /// <summary>Refusals of address and landline, both optional.</summary>
    public static IEnumerable<Refusal> ReadOptional(string? address, string? landline)
    {
        if (address is not null && !TypedText.Fits(address, MostAddress))
        {
            yield return new(RefusalCode.TooLong, $"联系地址不得超过 {MostAddress} 字", "address");
        }
        else if (address is not null && !TypedText.IsStorable(address))
        {
            yield return new(RefusalCode.InvalidText, "联系地址含有无法保存的字符", "address");
        }

        if (!string.IsNullOrWhiteSpace(landline) && !LandlineShape().IsMatch(landline.Trim()))
        {
            yield return AccountRefusals.InvalidLandline;
        }
    }

    /// <summary>Whether a text has the shape of a mail address.</summary>
    public static bool IsMail(string text) => text.Length <= MostMail && MailShape().IsMatch(text.Trim());

    /// <summary>Seals an optional text of a person; null where nothing was filled in.</summary>
    public static byte[]? SealOptional(this SecretBox box, string? text, string column, string personHash) =>
        string.IsNullOrWhiteSpace(text) ? null : box.Seal(text.Trim(), column, personHash);

    [GeneratedRegex(@"^1[3-9]\d{9}$", RegexOptions.NonBacktracking)]
    private static partial Regex MobileShape();

    [GeneratedRegex(@"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", RegexOptions.NonBacktracking)]
    private static partial Regex MailShape();

    [GeneratedRegex(@"^(0\d{2,3}-?)?\d{7,8}(-\d{1,6})?$", RegexOptions.NonBacktracking)]
    private static partial Regex LandlineShape();
}
