using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>What happened, why, and what to do: <c>.notice</c> with <c>.pass .info .wait .fail</c>.</summary>
[HtmlTargetElement("hn-notice")]
public sealed class NoticeTagHelper : TagHelper
{
    /// <summary>pass, info, wait or fail.</summary>
    public string Kind { get; set; } = "info";

    /// <summary>Read aloud at once: for the answer to what the user has just done.</summary>
    public bool Live { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"notice {Kind}");
        if (Live)
        {
            output.Attributes.SetAttribute("role", "status");
        }

        var icon = Kind switch { "pass" => "check", "wait" => "warn", "fail" => "cross", _ => "info" };
        output.Content.SetHtmlContent(Build.Icon(icon));
        output.Content.AppendHtml(Build.Element("div").With(content));
    }
}
