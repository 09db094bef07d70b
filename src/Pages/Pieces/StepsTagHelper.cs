using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>Steps of a wizard: <c>ol.steps</c> with <c>.done</c> and <c>[aria-current=step]</c>.</summary>
[HtmlTargetElement("hn-steps", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StepsTagHelper : TagHelper
{
    public IReadOnlyList<string> Names { get; set; } = [];

    /// <summary>The present step, counted from 1.</summary>
    public int Current { get; set; } = 1;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "steps");
        output.Attributes.SetAttribute("aria-label", "步骤");
        for (var index = 0; index < Names.Count; index++)
        {
            var step = Build.Element("li", index + 1 < Current ? "done" : null, ("aria-current", index + 1 == Current ? "step" : null));
            output.Content.AppendHtml(step.Text(Names[index]).With(index + 1 < Current ? Build.Hidden("，已完成") : null));
        }
    }
}
