namespace HnCe.Domain.Accounts;

/// <summary>Who a person is, ready to be stored: name in clear, the rest sealed and bound to the person by the hash.</summary>
/// <param name="Hash">Keyed hash of the ID number.</param>
/// <param name="Name">真实姓名.</param>
/// <param name="Sex">Sex, from the ID number.</param>
/// <param name="IdNumberSealed">Sealed ID number.</param>
/// <param name="MobileSealed">Sealed mobile phone number.</param>
/// <param name="MailSealed">Sealed mail address.</param>
public sealed record Person(string Hash, string Name, Sex Sex, byte[] IdNumberSealed, byte[] MobileSealed, byte[] MailSealed)
{
    /// <summary>Seals what is known of a person.</summary>
    public static Person Seal(IdNumber idNumber, string name, string mobile, string mail, SecretBox box)
    {
        var hash = box.HashOf(idNumber);
        return new(hash, name, idNumber.Sex,
            box.Seal(idNumber.Value, SecretBox.IdNumber, hash),
            box.Seal(mobile, SecretBox.Mobile, hash),
            box.Seal(mail, SecretBox.Mail, hash));
    }
}
