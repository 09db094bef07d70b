using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>The box of a row, or of the head for all rows of the page: content of a <c>.tick</c> cell.</summary>
[HtmlTargetElement("hn-tick", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TickTagHelper : TagHelper
{
    public string Name { get; set; } = "id";

    public string? Value { get; set; }

    /// <summary>Whom or what the row is about, for screen readers.</summary>
    public string Label { get; set; } = "";

    public bool Checked { get; set; }

    /// <summary>The box of the head.</summary>
    public bool All { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "label";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(All
            ? Build.Element("input", null, ("type", "checkbox"), ("data-tick-all", ""), ("aria-label", "全选本页")).Void()
            : Build.Element("input", null, ("type", "checkbox"), ("name", Name), ("value", Value), ("checked", Checked ? "" : null), ("aria-label", $"选择{Label}")).Void());
    }
}
