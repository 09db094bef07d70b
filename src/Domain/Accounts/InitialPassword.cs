namespace HnCe.Domain.Accounts;

/// <summary>The initial password (初始密码) that an administrator gives: known to all, so it opens nothing but the change of it. Source: ACC-01, ACC-02.</summary>
public static class InitialPassword
{
    /// <summary>What it is.</summary>
    public const string Value = "000000";

    /// <summary>How long it may be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(72);
}
