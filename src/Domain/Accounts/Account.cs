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
}

/// <summary>
/// A person in one role at one organization; one person may hold several. The sign-in key is user type + organization + ID number,
/// of which only the keyed hash is stored. Mail and phone are sealed, so Identity's own columns for them stay empty. Source: LOG-08.
/// </summary>
public sealed class Account : IdentityUser<long>, IAudited
{
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

    /// <inheritdoc/>
    public string AuditSubject => $"Account:{Id}";

    /// <summary>
    /// The unique key of an account. A professional has one account in the province (IND-11), an administrator one per organization.
    /// A refused registration gives its key back, so that the person may register again.
    /// </summary>
    public static string SignInKey(UserType userType, long? organizationId, string personHash) => userType switch
    {
        UserType.Individual or UserType.ProvincialDepartment or UserType.SystemAdmin => $"{userType}:{personHash}",
        _ => $"{userType}:{organizationId}:{personHash}",
    };

    /// <summary>Sets the password and ends all sessions.</summary>
    public void SetPassword(string password, IPasswordHasher<Account> hasher)
    {
        PasswordHash = hasher.HashPassword(this, password);
        EndSessions();
    }

    /// <summary>Ends all sessions at once: each request compares the stamp. Source: ACC-04.</summary>
    public void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("N");

    /// <summary>禁用: no sign-in, sessions end.</summary>
    public void Disable(string reason)
    {
        State = AccountState.Disabled;
        StateReason = reason;
        EndSessions();
    }
}
