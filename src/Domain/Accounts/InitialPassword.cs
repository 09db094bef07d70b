namespace HnCe.Domain.Accounts;

/// <summary>初始密码: what an added administrator and a reset account begin with; it opens nothing but the change of it, once. Source: ACC-01, ACC-02.</summary>
public static class InitialPassword
{
    /// <summary>The password itself.</summary>
    public const string Value = "000000";

    /// <summary>How long it may be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(72);
}
