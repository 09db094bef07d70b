using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>Hours with their unit: <c>.hours</c>.</summary>
[HtmlTargetElement("hn-hours", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HoursTagHelper : TagHelper
{
    public decimal? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Value is { } value)
        {
            output.Content.SetHtmlContent(Build.Element("span", "hours").Text(Number.Hours(value)).With(Build.Element("small").Text("学时")));
        }
    }
}
