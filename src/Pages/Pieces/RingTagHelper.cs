using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>Hours of one subject type as a ring, <c>figure > svg.ring(.full)</c>; put it into <c>.rings</c> above the same numbers as a table.</summary>
[HtmlTargetElement("hn-ring", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RingTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    public decimal Need { get; set; }

    public decimal Done { get; set; }

    /// <summary>Hours that are still being reviewed.</summary>
    public decimal Waiting { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        var missing = Math.Max(0, Need - Done);
        var all = $"{Label}：应完成 {Number.Hours(Need)} 学时，已认定 {Number.Hours(Done)} 学时，审核中 {Number.Hours(Waiting)} 学时";
        var arcs = Build.Element("g", null, ("transform", "rotate(-90 60 60)")).With(
            Circle(null, null),
            Waiting > 0 && missing > 0 ? Circle("part-wait", Share(Done + Waiting)) : null,
            Done > 0 || missing == 0 ? Circle("part-done", Share(Done)) : null);
        var ring = Build.Element("svg", missing == 0 ? "ring full" : "ring", ("viewBox", "0 0 120 120"), ("role", "img"), ("aria-label", all)).With(
            arcs,
            Build.Element("text", null, ("x", "60"), ("y", "62")).Text(Number.Hours(Done)),
            Build.Element("text", "ring-of", ("x", "60"), ("y", "82")).Text($"/ {Number.Hours(Need)} 学时"));
        var words = missing == 0 ? "已达标" : $"还差 {Number.Hours(missing)} 学时";
        var caption = Build.Element("figcaption").Text(Label)
            .With(Build.Element("small").Text(Waiting > 0 && missing > 0 ? $"{words}，审核中 {Number.Hours(Waiting)} 学时" : words));
        output.Content.SetHtmlContent(ring);
        output.Content.AppendHtml(caption);
    }

    private static TagBuilder Circle(string? part, string? share) =>
        Build.Element("circle", part, ("cx", "60"), ("cy", "60"), ("r", "52"), ("pathLength", share is null ? null : "100"), ("stroke-dasharray", share));

    private string Share(decimal hours) => $"{Number.Coordinate(Need == 0 ? 100 : Math.Min(100, hours * 100 / Need))} 100";
}
