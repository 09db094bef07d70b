using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>A record or the answers to check: <c>dl.answers</c> with <c>.tight</c>, <c>.pairs</c>, <c>.wide</c> or <c>.short</c>.</summary>
[HtmlTargetElement("hn-answers")]
public sealed class AnswersTagHelper : TagHelper
{
    /// <summary>tight, pairs, wide (pairs with long terms), short, or several of them.</summary>
    public string? Look { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Build.Words("answers", Look));
    }
}

/// <summary>One row of <c>dl.answers</c>: term, answer, and a link that leads back to change it.</summary>
[HtmlTargetElement("hn-answer")]
public sealed class AnswerTagHelper : TagHelper
{
    public string Term { get; set; } = "";

    /// <summary>The answer where it is plain text; otherwise it is the content.</summary>
    public string? Value { get; set; }

    /// <summary>Address of 修改.</summary>
    public string? Change { get; set; }

    /// <summary>Takes both columns of pairs.</summary>
    public bool Full { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Full)
        {
            output.Attributes.SetAttribute("class", "full");
        }

        var answer = Build.Element("dd");
        var empty = string.IsNullOrEmpty(Value) && content.IsEmptyOrWhiteSpace;
        output.Content.SetHtmlContent(Build.Element("dt").Text(Term));
        output.Content.AppendHtml(empty ? answer.With(Build.Element("span", "quiet-text").Text("未填写")) : answer.Text(Value).With(content));
        if (Change is not null)
        {
            output.Content.AppendHtml(Build.Element("dd").With(Build.Element("a", null, ("href", Change)).Text("修改").With(Build.Hidden(Term))));
        }
    }
}
