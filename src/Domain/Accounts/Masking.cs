using System.Globalization;

namespace HnCe.Domain.Accounts;

/// <summary>Shows enough of personal data to recognise it and no more (脱敏, PIPL Art. 51).</summary>
public static class Masking
{
    private static readonly HashSet<string> CompoundSurnames =
    [
        "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "司空", "夏侯", "长孙", "宇文", "轩辕",
        "端木", "百里", "东郭", "南宫", "西门", "独孤", "呼延", "澹台", "公冶", "宗政", "濮阳", "淳于", "单于", "太叔", "申屠", "仲孙",
        "钟离", "鲜于", "闾丘", "亓官", "第五", "拓跋", "赫连", "万俟", "闻人", "左丘", "梁丘", "东里", "谷梁", "公羊", "公良", "乐正",
        "漆雕", "壤驷",
    ];

    /// <summary>Mobile number (手机号码): <c>138****5678</c>.</summary>
    public static string Mobile(string? mobile) => Middle(mobile ?? "", head: 3, tail: 4);

    /// <summary>E-mail address (电子邮箱): <c>w***@x.cn</c>.</summary>
    public static string Email(string? email)
    {
        var at = (email ?? "").LastIndexOf('@');
        return at > 0 ? $"{FirstCharacter(email!)}***{email![at..]}" : "***";
    }

    /// <summary>Postal address (联系地址): the first six characters, usually city and district.</summary>
    public static string Address(string? address) => Middle(address ?? "", head: 6, tail: 0);

    /// <summary>Name on public pages (姓名): the surname and one star, whatever the length, e.g. <c>王*</c>, <c>欧阳*</c> (CER-05).</summary>
    public static string PublicName(string? name)
    {
        var trimmed = (name ?? "").Trim();
        var compound = trimmed.Length > 2 && CompoundSurnames.Contains(trimmed[..2]);
        return (compound ? trimmed[..2] : FirstCharacter(trimmed)) + "*";
    }

    /// <summary>Keeps the head and the tail; a text too short to hide anything that way is hidden wholly.</summary>
    internal static string Middle(string text, int head, int tail) => text.Length > head + tail
        ? text[..head] + new string('*', text.Length - head - tail) + text[^tail..]
        : new string('*', text.Length);

    private static string FirstCharacter(string text) => StringInfo.GetNextTextElement(text);
}
