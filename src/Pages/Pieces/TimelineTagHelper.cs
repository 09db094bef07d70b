using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>Who had it, since when, what was said: <c>ol.timeline</c> with <c>.now</c> and <c>.todo-step</c>.</summary>
[HtmlTargetElement("hn-timeline", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimelineTagHelper : TagHelper
{
    public IReadOnlyList<TimelineStep> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "timeline");
        foreach (var step in Items)
        {
            var item = Build.Element("li", step.When switch { StepTime.Now => "now", StepTime.Later => "todo-step", _ => null });
            item.With(Build.Element(step.When is StepTime.Now ? "b" : "span").Text(step.Text));
            if (step.At is { } at)
            {
                var iso = ChineseTime.Local(at).ToString("yyyy-MM-ddTHH:mmzzz", CultureInfo.InvariantCulture);
                item.Text(" ").With(Build.Element("time", null, ("datetime", iso)).Text(ChineseTime.Minute(at)));
            }

            output.Content.AppendHtml(step.Words is null ? item : item.With(Build.Element("q").Text(step.Words)));
        }
    }
}

/// <summary>One step of a timeline: what happened, when, and the words that were said.</summary>
public sealed record TimelineStep(string Text, DateTimeOffset? At = null, string? Words = null, StepTime When = StepTime.Past);

/// <summary>Whether a step is behind, present or still to come.</summary>
public enum StepTime
{
    Past,
    Now,
    Later,
}
