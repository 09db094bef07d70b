using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>Nothing is here, and what to do next: <c>.empty</c>. Its content are the buttons.</summary>
[HtmlTargetElement("hn-empty")]
public sealed class EmptyTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public string? Text { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var buttons = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        output.Content.SetHtmlContent(Build.Icon("tray"));
        output.Content.AppendHtml(Build.Element("h2").Text(Title));
        if (Text is not null)
        {
            output.Content.AppendHtml(Build.Element("p").Text(Text));
        }

        if (!buttons.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(Build.Element("p", "row").With(buttons));
        }
    }
}
