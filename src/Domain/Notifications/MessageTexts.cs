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
        MessageKind.AdministratorAdded => $"您已成为{title}的管理员",
        MessageKind.AdministratorRevoked => "您的管理权限已被移除",
        MessageKind.AccountDisabled => "您的帐号已被禁用",
        MessageKind.AccountEnabled => "您的帐号已启用",
        MessageKind.PasswordReset => "您的密码已被初始化",
        MessageKind.PasswordForgotten => "重设密码",
        MessageKind.PasswordChanged => "您的密码已修改",
        MessageKind.WaitingDigest => "有事项等待您审核",
        MessageKind.YearEndReminder => $"{title}年度的学时还没有完成",
        MessageKind.DeclarationObjected => $"本人对单位的登记有异议：{title}",
        MessageKind.ObjectionAnswered => $"单位答复了您的异议：{title}",
        MessageKind.RegisteredCancelled => $"单位撤销了代您登记的继续教育信息：{title}",
        MessageKind.JobDone => $"任务已完成：{title}",
        MessageKind.JobFailed => $"任务没有完成：{title}",
        MessageKind.PlanPassed => $"培训计划已通过：{title}",
        MessageKind.PlanFailed => $"培训计划未通过：{title}",
        MessageKind.ClassPassed => $"培训班申报已通过：{title}",
        MessageKind.ClassFailed => $"培训班申报未通过：{title}",
        MessageKind.ClassRevoked => $"培训班已被撤销：{title}",
        MessageKind.TrainingCredited => $"培训班学时已记入：{title}",
        MessageKind.TrainingWithdrawn => $"培训班学时已扣回：{title}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Body: what happened, why, and what to do next.</summary>
    public static string Body(MessageKind kind, string title, string? detail, decimal? hours)
    {
        var recognised = hours?.ToString("0.#", CultureInfo.InvariantCulture);
        return kind switch
        {
            MessageKind.RegistrationPassed when title.Length > 0 => $"您以“{title}”管理员身份提交的注册已通过审核，现在可以用组织机构代码、身份证号码和密码登录系统。",
            MessageKind.RegistrationFailed when title.Length > 0 =>
                $"您以“{title}”管理员身份提交的注册未通过审核，原因：{detail}。您可以更正后用同一组织机构代码和身份证号码重新注册。",
            MessageKind.RegistrationPassed => "您的帐号已通过审核，现在可以登录系统。",
            MessageKind.RegistrationFailed => $"未通过的原因：{detail}。您可以更正后用同一身份证号码重新注册。",
            MessageKind.DeclarationPassed => $"“{title}”已通过审核，认定 {recognised} 学时，已计入您的年度学时。{detail}",
            MessageKind.DeclarationFailed => $"“{title}”未通过审核，原因：{detail}。该记录不能再次上报；更正后可以重新申报一条并注明替换它。",
            MessageKind.DeclarationReturned => $"“{title}”已被单位退回，原因：{detail}。请更正后重新提交。",
            MessageKind.DeclarationRegistered => $"单位管理员代您登记了“{title}”，即将申报。如与事实不符，请打开该记录提出异议，单位处理以前不会上报。",
            MessageKind.DeclarationRevoked => $"“{title}”的认定已被撤销，学时已扣回，原因：{detail}。相应年度的合格证书可能作废。",
            MessageKind.AdministratorAdded => "您的帐号已开通。请在 72 小时内用身份证号码和初始密码登录，登录后须先修改密码。初始密码请向添加您的管理员询问。",
            MessageKind.AdministratorRevoked => $"您在{title}的管理权限已被移除，原因：{detail}。",
            MessageKind.AccountDisabled => $"您的帐号已被禁用，原因：{detail}。如有疑问，请联系上级部门的管理员。",
            MessageKind.AccountEnabled => "您的帐号已重新启用，现在可以登录系统。",
            MessageKind.PasswordReset => "管理员已初始化您的密码。初始密码 72 小时内有效，只能登录一次，登录后须先修改密码。如不是您要求的，请立即联系管理员。",
            MessageKind.PasswordForgotten => "您申请了重设密码。链接 30 分钟内有效，只能使用一次。如不是您本人申请，不用理会。",
            MessageKind.PasswordChanged => "您的登录密码刚刚修改，其他地方的登录已全部退出。如不是您本人修改，请立即联系管理员。",
            MessageKind.WaitingDigest => $"您的单位有 {title} 条注册信息、{detail} 条继续教育和培训信息等待办理，请登录系统办理。",
            MessageKind.YearEndReminder => $"您 {title} 年度的继续教育学时还没有完成。请登录系统查看还差多少，并在 12 月 31 日前完成和申报。",
            MessageKind.DeclarationObjected => $"本人对单位代为登记的“{title}”有异议：{detail}。处理以前不能上报：请撤销登记，或者说明理由后再上报。",
            MessageKind.ObjectionAnswered => $"单位看过您对“{title}”的异议，决定照原样上报，理由：{detail}。审核部门会看到您的异议和单位的理由。",
            MessageKind.RegisteredCancelled => $"单位已撤销代您登记的“{title}”，原因：{detail}。它不会上报，也不计学时。",
            MessageKind.JobDone => $"{detail}请在“我的任务”中查看；结果文件保留 24 小时。",
            MessageKind.JobFailed => $"{detail}。可以在“我的任务”中查看。",
            MessageKind.PlanPassed => $"培训计划“{title}”已通过审核，现在可以按该计划办培训班。{detail}",
            MessageKind.PlanFailed => $"培训计划“{title}”未通过审核，原因：{detail}。您可以修改后重新送审，也可以删除。",
            MessageKind.ClassPassed => $"“{title}”的成绩申报已通过审核，合格学员的学时已计入年度学时。{detail}",
            MessageKind.ClassFailed => $"“{title}”的成绩申报未通过审核，原因：{detail}。每个培训班仅允许上报一次成绩，该培训班不能再次上报。",
            MessageKind.ClassRevoked => $"“{title}”的认定已被撤销，学员的学时已扣回，原因：{detail}。",
            MessageKind.TrainingCredited => $"您参加的“{title}”已通过审核，{recognised} 学时已计入您的年度学时。",
            MessageKind.TrainingWithdrawn => $"您参加的“{title}”的认定已被撤销，{recognised} 学时已扣回，原因：{detail}。相应年度的合格证书可能作废。",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}
