using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>选定 in a row of a picker: sends <c>pick</c>; inside a dialog, script takes value and text from it.</summary>
[HtmlTargetElement("hn-choose", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChooseTagHelper : TagHelper
{
    public string Value { get; set; } = "";

    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "btn plain small");
        output.Attributes.SetAttribute("name", "pick");
        output.Attributes.SetAttribute("value", Value);
        output.Attributes.SetAttribute("data-text", Text);
        output.Content.SetContent("选定");
        output.Content.AppendHtml(Build.Hidden(Text));
    }
}
