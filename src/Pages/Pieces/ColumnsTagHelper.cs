using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>Numbers as columns, each a link to its list: <c>ol.cols</c> with <c>.late</c>.</summary>
[HtmlTargetElement("hn-columns", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ColumnsTagHelper : TagHelper
{
    public IReadOnlyList<Column> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cols");
        var highest = Math.Max(1, Items.Select(item => item.Value).DefaultIfEmpty(1).Max());
        foreach (var item in Items)
        {
            var height = item.Value * 196m / highest;
            var drawing = Build.Element("svg", null, ("viewBox", "0 0 10 200"), ("preserveAspectRatio", "none"), ("aria-hidden", "true")).With(
                Build.Element("rect", null, ("x", "1"), ("y", Number.Coordinate(200 - height)), ("width", "8"), ("height", Number.Coordinate(height))));
            var link = Build.Element("a", null, ("href", item.Href)).With(
                Build.Element("b").Text(Number.Exact(item.Value)), drawing, Build.Element("span").Text(item.Text));
            output.Content.AppendHtml(Build.Element("li", item.Late ? "late" : null).With(link));
        }
    }
}

/// <summary>One column: words below, number above, the list behind it, and whether it is overdue.</summary>
public sealed record Column(string Text, int Value, string Href, bool Late = false);
