using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>Verbs for the ticked rows, <c>.batch</c>: appears with the first tick and counts them. Verbs go into <c>.push</c>.</summary>
[HtmlTargetElement("hn-batch")]
public sealed class BatchTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var verbs = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "batch");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", "批量操作");
        output.Content.SetHtmlContent(Build.Element("b").Text("已选").With(Build.Element("span", "picked")).Text("项"));
        output.Content.AppendHtml(verbs);
    }
}
