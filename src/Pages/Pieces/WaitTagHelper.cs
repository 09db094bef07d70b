using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>How long something has waited, in days: <c>.tag</c>, amber after seven days.</summary>
[HtmlTargetElement("hn-wait", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WaitTagHelper(TimeProvider clock) : TagHelper
{
    private const int OldAfterDays = 7;

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var days = clock.DaysSince(Since);
        output.TagName = null;
        output.Content.SetHtmlContent(Build.Element("span", Build.Words("tag", days > OldAfterDays ? "wait" : null))
            .With(Build.Icon("clock")).Text(days == 0 ? "今天" : $"{days} 天"));
    }
}
