using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>Long work: <c>progress</c>, a sentence and a link 刷新; asks again by itself every three seconds while it runs.</summary>
[HtmlTargetElement("hn-progress", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProgressTagHelper : TagHelper
{
    public string Id { get; set; } = "progress";

    /// <summary>What is being done, such as 已生成.</summary>
    public string Verb { get; set; } = "已完成";

    /// <summary>What is counted, such as 份.</summary>
    public string Unit { get; set; } = "项";

    public int Done { get; set; }

    /// <summary>0 where nobody knows.</summary>
    public int Total { get; set; }

    /// <summary>Words on the rest, such as 约剩 1 分钟.</summary>
    public string? Rest { get; set; }

    /// <summary>Address of the page that shows this progress; null when the work has ended.</summary>
    public string? Refresh { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("id", Id);
        if (Refresh is not null)
        {
            output.Attributes.SetAttribute("hx-get", Refresh);
            output.Attributes.SetAttribute("hx-trigger", "every 3s");
            output.Attributes.SetAttribute("hx-select", $"#{Id}");
            output.Attributes.SetAttribute("hx-swap", "outerHTML");
        }

        // Without a total the bar has no value: it moves, and promises nothing.
        var words = Total > 0 ? $"{Verb} {Done} {Unit}，共 {Total} {Unit}" : $"{Verb} {Done} {Unit}";
        var bar = Total > 0
            ? Build.Element("progress", null, ("value", Plain(Done)), ("max", Plain(Total)), ("aria-label", words))
            : Build.Element("progress", null, ("aria-label", words));
        var line = Build.Element("p", "row ends small-text").With(Build.Element("span").Text(Rest is null ? words : $"{words}，{Rest}"));
        output.Content.SetHtmlContent(bar);
        output.Content.AppendHtml(Refresh is null ? line : line.With(Build.Element("a", null, ("href", Refresh)).Text("刷新")));
        if (Refresh is not null)
        {
            output.Content.AppendHtml(Build.Element("p", "small-text quiet-text").Text("可以离开本页，完成后在“消息”里通知您。"));
        }
    }

    private static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);
}
