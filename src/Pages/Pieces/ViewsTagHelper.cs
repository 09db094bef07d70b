using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>Tabs over a list with their counts: <c>nav.views</c>. The chosen one is a query parameter.</summary>
[HtmlTargetElement("hn-views", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ViewsTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>What the tabs distinguish, such as 认定结果.</summary>
    public string Label { get; set; } = "";

    /// <summary>The query parameter.</summary>
    public string Parameter { get; set; } = "view";

    public IReadOnlyList<ViewTab> Items { get; set; } = [];

    /// <summary>Value of the chosen tab; the query's, else the first.</summary>
    public string? Current { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "views");
        output.Attributes.SetAttribute("aria-label", Label);
        var request = ViewContext.HttpContext.Request;
        var asked = Current ?? request.Query[Parameter].ToString();
        var chosen = Items.FirstOrDefault(item => item.Value == asked) ?? Items.FirstOrDefault();
        foreach (var item in Items)
        {
            var link = ListTagHelper.Link(context, QueryLink.With(request, (Parameter, item.Value))).Text(item.Text);
            if (item == chosen)
            {
                link.Attributes["aria-current"] = "page";
            }

            if (item.Count is { } count)
            {
                link.Text(" ").With(Build.Element("b").With(Number.Count(count)));
            }

            output.Content.AppendHtml(link);
        }
    }
}

/// <summary>One tab of a list; a count above 1000 reads 1000+.</summary>
public sealed record ViewTab(string Value, string Text, int? Count = null);
