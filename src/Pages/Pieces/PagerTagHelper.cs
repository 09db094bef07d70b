using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>Keyset pager, <c>nav.pager</c>: query parameters <c>after</c>, <c>before</c> and <c>size</c>; a total above 1000 reads 1000+.</summary>
[HtmlTargetElement("hn-pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper : TagHelper
{
    private static readonly int[] Sizes = [10, 20, 50];

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>How many there are in all; null when nobody counted.</summary>
    public int? Total { get; set; }

    /// <summary>Cursor of the first row.</summary>
    public string? Start { get; set; }

    /// <summary>Cursor of the last row.</summary>
    public string? End { get; set; }

    public bool HasPrevious { get; set; }

    public bool HasNext { get; set; }

    public int Size { get; set; } = Sizes[0];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", "分页");
        var total = Build.Element("span");
        if (Total is { } count)
        {
            total.Text("共 ").With(Number.Count(count)).Text(" 条");
        }

        var turns = Build.Element("ul").With(
            Turn(context, "上一页", "prev", HasPrevious ? ("before", Start) : default),
            Turn(context, "下一页", "next", HasNext ? ("after", End) : default));
        output.Content.SetHtmlContent(total);
        output.Content.AppendHtml(SizeList(context));
        output.Content.AppendHtml(turns);
    }

    private TagBuilder SizeList(TagHelperContext context)
    {
        var list = Build.Element("ul").With(Build.Element("li", "small-text").Text("每页"));
        foreach (var size in Sizes)
        {
            var text = size.ToString(CultureInfo.InvariantCulture);
            var link = ListTagHelper.Link(context, QueryLink.With(ViewContext.HttpContext.Request, ("size", text))).Text(text);
            if (size == Size)
            {
                link.Attributes["aria-current"] = "true";
            }

            list.With(Build.Element("li").With(link));
        }

        return list.With(Build.Element("li", "small-text").Text("条"));
    }

    private TagBuilder Turn(TagHelperContext context, string text, string relation, (string Key, string? Cursor) to)
    {
        var item = Build.Element("li", "turn");
        if (to.Cursor is null)
        {
            return item.With(Build.Element("span", null, ("aria-disabled", "true")).Text(text));
        }

        var link = ListTagHelper.Link(context, QueryLink.With(ViewContext.HttpContext.Request, to)).Text(text);
        link.Attributes["rel"] = relation;
        return item.With(link);
    }
}
