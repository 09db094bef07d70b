using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>A share as a bar, <c>svg.bar</c> with <c>.b-done .b-pass .b-fail .b-wait</c>; it stands next to its number.</summary>
[HtmlTargetElement("hn-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarTagHelper : TagHelper
{
    public decimal Value { get; set; }

    public decimal Max { get; set; } = 100;

    /// <summary>done, pass, fail or wait.</summary>
    public string Kind { get; set; } = "done";

    /// <summary>Several parts one after the other, instead of value and kind.</summary>
    public IReadOnlyList<BarPart>? Parts { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var bar = Build.Element("svg", "bar", ("viewBox", "0 0 100 8"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"))
            .With(Build.Element("rect", null, ("width", "100"), ("height", "8")));
        var from = 0m;
        foreach (var part in Parts ?? [new BarPart(Value, Kind)])
        {
            var width = Max <= 0 ? 0 : Math.Clamp(part.Value * 100 / Max, 0, 100 - from);
            bar.With(Build.Element("rect", $"b-{part.Kind}", ("x", Number.Coordinate(from)), ("width", Number.Coordinate(width)), ("height", "8")));
            from += width;
        }

        output.Content.SetHtmlContent(bar);
    }
}

/// <summary>A part of a bar: done, pass, fail or wait.</summary>
public sealed record BarPart(decimal Value, string Kind);
