namespace HnCe.Domain.Accounts;

/// <summary>The notice on personal information (个人信息处理告知) that applicants agree to; its text is a page. Source: IND-08, PIPL Art. 17.</summary>
public static class PersonalDataNotice
{
    /// <summary>Changes with the text; the audit log says which version was agreed to.</summary>
    public const string Version = "2026-02";
}
