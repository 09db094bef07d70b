namespace HnCe.Domain.Accounts;

/// <summary>Settings of sessions; the section <c>Sessions</c>. Source: ACC-06.</summary>
public sealed class SessionSettings
{
    /// <summary>Whether signing in ends the other sessions of an administrator's account.</summary>
    public bool OnePerAdministrator { get; set; }
}
