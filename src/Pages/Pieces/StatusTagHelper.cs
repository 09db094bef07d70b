using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>A state as icon, word and colour: <c>.tag</c> with <c>.wait .pass .fail .info</c> or grey.</summary>
[HtmlTargetElement("hn-status", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatusTagHelper : TagHelper
{
    private static readonly Dictionary<string, (string Colour, string Icon)> Looks = new()
    {
        ["草稿"] = ("", "pen"),
        ["待单位审核"] = ("wait", "clock"),
        ["待申报"] = ("wait", "up"),
        ["退回"] = ("wait", "back"),
        ["待审核"] = ("wait", "clock"),
        ["通过"] = ("pass", "check"),
        ["不通过"] = ("fail", "cross"),
        ["已撤销"] = ("", "ban"),
        ["已撤回"] = ("", "back"),
        ["合格"] = ("pass", "check"),
        ["未合格"] = ("wait", "clock"),
        ["不合格"] = ("fail", "cross"),
        ["有效"] = ("pass", "check"),
        ["已作废"] = ("fail", "ban"),
        ["启用"] = ("pass", "check"),
        ["禁用"] = ("", "ban"),
        ["停用"] = ("", "ban"),
        ["已移除权限"] = ("", "ban"),
        ["办理中"] = ("info", "clock"),
        ["已完成"] = ("pass", "check"),
        ["等待执行"] = ("wait", "clock"),
        ["执行中"] = ("info", "clock"),
        ["未完成"] = ("fail", "cross"),
    };

    private static readonly Dictionary<string, string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DRAFT"] = "草稿",
        ["PENDINGEMPLOYER"] = "待单位审核",
        ["TOFORWARD"] = "待申报",
        ["RETURNED"] = "退回",
        ["UNDERREVIEW"] = "待审核",
        ["PENDING"] = "待审核",
        ["PASSED"] = "通过",
        ["FAILED"] = "不通过",
        ["REJECTED"] = "不通过",
        ["REVOKED"] = "已撤销",
        ["WITHDRAWN"] = "已撤回",
        ["ACTIVE"] = "启用",
        ["DISABLED"] = "禁用",
        ["RETIRED"] = "停用",
        ["QUALIFIED"] = "合格",
        ["UNQUALIFIED"] = "未合格",
        ["VALID"] = "有效",
        ["VOID"] = "已作废",
        ["RUNNING"] = "办理中",
        ["DONE"] = "已完成",
    };

    /// <summary>An enum value of the graph (UNDER_REVIEW, UnderReview) or the word itself (待审核).</summary>
    public object? Of { get; set; }

    /// <summary>Other words for the same look.</summary>
    public string? Text { get; set; }

    /// <summary>What is being judged: a registration that is ACTIVE was passed (通过), an account that is ACTIVE is 启用.</summary>
    public bool Registration { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var code = Of?.ToString() ?? "";
        var word = Codes.GetValueOrDefault(code.Replace("_", "", StringComparison.Ordinal), code);
        if (Registration && word == "启用")
        {
            word = "通过";
        }

        var (colour, icon) = Looks.GetValueOrDefault(word, ("", "info"));
        output.Content.SetHtmlContent(Build.Element("span", Build.Words("tag", colour)).With(Build.Icon(icon)).Text(Text ?? word));
    }
}
