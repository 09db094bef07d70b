using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>What waits, number first, each tile a link: <c>nav.todo</c>; more than seven days is amber.</summary>
[HtmlTargetElement("hn-todo", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TodoTagHelper : TagHelper
{
    private const int OldAfterDays = 7;

    public IReadOnlyList<TodoTile> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "todo");
        output.Attributes.SetAttribute("aria-label", "待办");
        foreach (var tile in Items)
        {
            var number = Build.Element("b").With(Number.Count(tile.Count), Build.Element("small").Text(tile.Unit));
            var link = Build.Element("a", null, ("href", tile.Href)).With(Build.Element("span").Text(tile.Text), number);
            if (tile.Count > 0 && tile.OldestDays is { } days)
            {
                var age = days == 0 ? "今天提交" : $"最早已等待 {days} 天";
                link.With(Build.Element("em", days > OldAfterDays ? "old" : null).Text(age));
            }

            output.Content.AppendHtml(link);
        }
    }
}

/// <summary>A tile of what waits, with the age of the oldest in days.</summary>
public sealed record TodoTile(string Text, string Href, int Count, int? OldestDays = null, string Unit = "项");
