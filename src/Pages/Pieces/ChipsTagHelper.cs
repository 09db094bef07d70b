using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>The conditions in use, each a link that drops it: <c>.chips</c>.</summary>
[HtmlTargetElement("hn-chips", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChipsTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public IReadOnlyList<Chip> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Items.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var request = ViewContext.HttpContext.Request;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chips");
        var list = Build.Element("ul", "row");
        foreach (var chip in Items)
        {
            var link = ListTagHelper.Link(context, QueryLink.With(request, (chip.Parameter, null)));
            list.With(Build.Element("li").With(link.Text(chip.Text + " ").With(Build.Icon("cross"), Build.Hidden("去掉"))));
        }

        var clear = ListTagHelper.Link(context, QueryLink.With(request, [.. Items.Select(chip => (chip.Parameter, (string?)null))]));
        output.Content.SetHtmlContent(Build.Element("span").Text("已筛选"));
        output.Content.AppendHtml(list);
        output.Content.AppendHtml(clear.Text("全部清除"));
    }
}

/// <summary>A condition in use: its words (年度：2026) and its query parameter.</summary>
public sealed record Chip(string Text, string Parameter);
