using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>Head of a page, <c>.page-head</c>: its one h1, a sentence, its verbs; tells the layout title, place and menu entry.</summary>
[HtmlTargetElement("hn-page")]
public sealed class PageTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Title { get; set; } = "";

    /// <summary>What the window title adds, such as 待办 86 项.</summary>
    public string? State { get; set; }

    /// <summary>One sentence below the heading.</summary>
    public string? Intro { get; set; }

    /// <summary>Page of the menu entry this page hangs below, when it is not an entry itself.</summary>
    public string? Menu { get; set; }

    /// <summary>Steps of 您现在的位置 after the menu entry.</summary>
    public IReadOnlyList<Crumb>? Crumbs { get; set; }

    /// <summary>Heading of the error summary, such as 还没有提交，有 3 处需要修改.</summary>
    public string? ErrorsTitle { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var frame = PageFrame.Of(ViewContext.ViewData);
        (frame.Title, frame.State, frame.MenuPage, frame.ErrorsTitle) = (Title, State, Menu, ErrorsTitle);
        frame.Crumbs = Crumbs ?? [];

        var verbs = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "page-head");
        var heading = Build.Element("div").With(Build.Element("h1").Text(Title));
        output.Content.SetHtmlContent(Intro is null ? heading : heading.With(Build.Element("p").Text(Intro)));
        output.Content.AppendHtml(verbs);
    }
}
