using System.Linq.Expressions;
using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Audit;
using HnCe.Domain.Organizations;
using Microsoft.AspNetCore.Identity;

namespace HnCe.Domain.Accounts;

/// <summary>State of an account (SPEC §18).</summary>
public enum AccountState
{
    /// <summary>待审核: registered; sign-in says 此帐号还未被审核.</summary>
    Pending,

    /// <summary>正常.</summary>
    Active,

    /// <summary>不通过: may register again.</summary>
    Rejected,

    /// <summary>已禁用: may be enabled again.</summary>
    Disabled,

    /// <summary>已移除权限: an administrator whose rights were revoked; terminal.</summary>
    Revoked,

    /// <summary>已撤回: the applicant took the registration back; may register again.</summary>
    Withdrawn,
}

/// <summary>
/// A person in one role at one organization; one person may hold several. The sign-in key is user type + organization + ID number,
/// of which only the keyed hash is stored. Mail and phone are sealed, so Identity's own columns for them stay empty. Source: LOG-08.
/// </summary>
public sealed class Account : IdentityUser<long>, IScoped<Account>, IAudited
{
    private const int KeptPasswords = 5;

    private Account()
    {
    }

    /// <summary>A new account of a person. The password is set with <see cref="SetPassword"/>.</summary>
    public Account(UserType userType, Organization? organization, Person person, AccountState state, DateTime at)
    {
        UserType = userType;
        Organization = organization;
        OrganizationId = organization?.Id;
        PersonHash = person.Hash;
        Name = person.Name;
        IdNumberSealed = person.IdNumberSealed;
        MobileSealed = person.MobileSealed;
        MailSealed = person.MailSealed;
        State = state;
        CreatedAt = at;
        UserName = NormalizedUserName = SignInKey(userType, organization?.Id, person.Hash);
    }

    /// <summary>Role.</summary>
    public UserType UserType { get; private set; }

    /// <summary>Key of the organization administered, or of the professional's employer; null for roles without one.</summary>
    public long? OrganizationId { get; private set; }

    /// <summary>The organization administered, or the professional's employer.</summary>
    public Organization? Organization { get; private set; }

    /// <summary>Keyed hash of the ID number; the same for all accounts of one person.</summary>
    public string PersonHash { get; private set; } = "";

    /// <summary>真实姓名.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Sealed ID number.</summary>
    public byte[] IdNumberSealed { get; private set; } = [];

    /// <summary>Sealed mobile phone number.</summary>
    public byte[] MobileSealed { get; private set; } = [];

    /// <summary>Sealed mail address.</summary>
    public byte[] MailSealed { get; private set; } = [];

    /// <summary>State.</summary>
    public AccountState State { get; private set; }

    /// <summary>Why the registration was refused or the account disabled.</summary>
    public string? StateReason { get; private set; }

    /// <summary>When it was registered, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Last successful sign-in, UTC.</summary>
    public DateTime? LastSignInAt { get; private set; }

    /// <summary>Whether the password is the initial one, which opens nothing but the change of it. Source: ACC-02.</summary>
    public bool MustChangePassword { get; private set; }

    /// <summary>Until when the initial password may be used, UTC; null when it was used or is none. Source: ACC-02.</summary>
    public DateTime? InitialPasswordUntil { get; private set; }

    /// <summary>Hashes of the last passwords, newest first, as a JSON list. Source: ACC-02.</summary>
    public string? FormerPasswords { get; private set; }

    /// <summary>Sealed secret of the second factor (RFC 6238); in force once <see cref="IdentityUser{TKey}.TwoFactorEnabled"/> is set.</summary>
    public byte[]? SecondFactorSealed { get; private set; }

    /// <summary>The last time step whose code was taken; it and earlier ones are taken no more.</summary>
    public long SecondFactorStep { get; private set; }

    /// <inheritdoc/>
    public string AuditSubject => $"Account:{Id}";

    /// <inheritdoc/>
    public static Expression<Func<Account, bool>> Reached(Jurisdiction reach) => reach switch
    {
        Jurisdiction.Everywhere => _ => true,
        Jurisdiction.Own { AccountId: var id } => a => a.Id == id,
        Jurisdiction.Colleagues { Role: var role, OrganizationId: var id } => a => a.UserType == role && a.OrganizationId == id,
        // A bureau's own administrators are not below it.
        Jurisdiction.City { Code: var code } => a => a.Organization!.CityCode == code && a.UserType != UserType.Individual
            && (a.UserType != UserType.LocalBureau || a.Organization.CountyCode != null),
        Jurisdiction.County { Code: var code } => a => a.Organization!.CountyCode == code && a.UserType != UserType.Individual && a.UserType != UserType.LocalBureau,
        _ => _ => false,
    };

    /// <summary>
    /// The unique key of an account. A professional has one account in the province (IND-11), an administrator one per organization.
    /// A refused registration gives its key back, so that the person may register again.
    /// </summary>
    public static string SignInKey(UserType userType, long? organizationId, string personHash) => userType switch
    {
        UserType.Individual or UserType.ProvincialDepartment or UserType.SystemAdmin => $"{userType}:{personHash}",
        _ => $"{userType}:{organizationId}:{personHash}",
    };

    /// <summary>Sets a password of the person's own choice and ends all sessions.</summary>
    public void SetPassword(string password, IPasswordHasher<Account> hasher)
    {
        // The initial password was nobody's own choice.
        if (PasswordHash is { } former && !MustChangePassword)
        {
            FormerPasswords = JsonSerializer.Serialize(Former().Prepend(former).Take(KeptPasswords));
        }

        PasswordHash = hasher.HashPassword(this, password);
        (MustChangePassword, InitialPasswordUntil) = (false, null);
        EndSessions();
    }

    /// <summary>Sets the initial password, which opens nothing but the change of it, once, until it expires. Source: ACC-01, ACC-02.</summary>
    public void SetInitialPassword(string password, IPasswordHasher<Account> hasher, DateTime until)
    {
        SetPassword(password, hasher);
        (MustChangePassword, InitialPasswordUntil) = (true, until);

        // Who lost his phone has no other way back in (decision 0015).
        SetSecondFactor(null, confirmed: false);
    }

    /// <summary>Whether a password is the present one or among the last five. Source: ACC-02.</summary>
    public bool HasUsed(string password, IPasswordHasher<Account> hasher) =>
        Former().Prepend(PasswordHash).OfType<string>().Take(KeptPasswords)
            .Any(hash => hasher.VerifyHashedPassword(this, hash, password) is not PasswordVerificationResult.Failed);

    /// <summary>Ends all sessions at once: each request compares the stamp. Source: ACC-04.</summary>
    public void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("N");

    /// <summary>禁用: no sign-in, sessions end.</summary>
    public void Disable(string reason)
    {
        (State, StateReason) = (AccountState.Disabled, reason);
        EndSessions();
    }

    /// <summary>启用.</summary>
    public void Enable() => (State, StateReason) = (AccountState.Active, null);

    /// <summary>移除权限: for good; the key is given back, so that the person may be appointed again. Source: EMP-11.</summary>
    public void Revoke(string reason)
    {
        (State, StateReason, NormalizedUserName) = (AccountState.Revoked, reason, null);
        EndSessions();
    }

    /// <summary>Changes mobile phone and mail. Source: IND-14, EMP-10.</summary>
    public void SetContacts(byte[] mobileSealed, byte[] mailSealed) => (MobileSealed, MailSealed) = (mobileSealed, mailSealed);

    /// <summary>Begins, confirms or ends the second factor; null ends it. Codes up to <paramref name="step"/> are taken no more. Source: SEC-B13.</summary>
    public void SetSecondFactor(byte[]? secretSealed, bool confirmed, long step = 0) =>
        (SecondFactorSealed, TwoFactorEnabled, SecondFactorStep) = (secretSealed, confirmed, step);

    private string[] Former() => FormerPasswords is null ? [] : JsonSerializer.Deserialize<string[]>(FormerPasswords) ?? [];
}
