using System.Globalization;

namespace HnCe.Domain.Notifications;

/// <summary>The Chinese words of messages. No ID number, phone or address ever appears in them. Source: EML-01, EML-02.</summary>
public static class MessageTexts
{
    /// <summary>Subject of the mail, heading of the inbox item.</summary>
    public static string Heading(MessageKind kind, string title) => kind switch
    {
        MessageKind.RegistrationPassed => "您的注册已通过审核",
        MessageKind.RegistrationFailed => "您的注册未通过审核",
        MessageKind.DeclarationPassed => $"继续教育信息已通过：{title}",
        MessageKind.DeclarationFailed => $"继续教育信息未通过：{title}",
        MessageKind.DeclarationReturned => $"单位退回了您的申报：{title}",
        MessageKind.DeclarationRegistered => $"单位为您登记了继续教育信息：{title}",
        MessageKind.DeclarationRevoked => $"继续教育信息已被撤销：{title}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Body: what happened, why, and what to do next.</summary>
    public static string Body(MessageKind kind, string title, string? detail, decimal? hours)
    {
        var recognised = hours?.ToString("0.#", CultureInfo.InvariantCulture);
        return kind switch
        {
            MessageKind.RegistrationPassed => "您的帐号已通过审核，现在可以登录系统。",
            MessageKind.RegistrationFailed => $"未通过的原因：{detail}。您可以更正后用同一身份证号码重新注册。",
            MessageKind.DeclarationPassed => $"“{title}”已通过审核，认定 {recognised} 学时，已计入您的年度学时。{detail}",
            MessageKind.DeclarationFailed => $"“{title}”未通过审核，原因：{detail}。该记录不能再次上报；更正后可以重新申报一条并注明替换它。",
            MessageKind.DeclarationReturned => $"“{title}”已被单位退回，原因：{detail}。请更正后重新提交。",
            MessageKind.DeclarationRegistered => $"单位管理员代您登记了“{title}”，即将申报。如与事实不符，请尽快联系单位管理员。",
            MessageKind.DeclarationRevoked => $"“{title}”的认定已被撤销，学时已扣回，原因：{detail}。相应年度的合格证书可能作废。",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}
