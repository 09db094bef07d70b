using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>The box around views, filter, table, batch bar and pager: <c>.list</c>. Its parts swap the whole box by htmx.</summary>
[HtmlTargetElement("hn-list")]
public sealed class ListTagHelper : TagHelper
{
    public string Id { get; set; } = "list";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(ListTagHelper)] = Id;
        output.Content.SetHtmlContent(await output.GetChildContentAsync());
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "list");
        output.Attributes.SetAttribute("id", Id);
    }

    /// <summary>A link within a list: plain without script, swaps the list with it.</summary>
    internal static TagBuilder Link(TagHelperContext context, string href)
    {
        var link = Build.Element("a", null, ("href", href));
        if (context.Items.TryGetValue(typeof(ListTagHelper), out var id))
        {
            link.Attributes["hx-get"] = href;
            link.Attributes["hx-target"] = $"#{id}";
            link.Attributes["hx-select"] = $"#{id}";
            link.Attributes["hx-swap"] = "outerHTML";
            link.Attributes["hx-push-url"] = "true";
        }

        return link;
    }
}
