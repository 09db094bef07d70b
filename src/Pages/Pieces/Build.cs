using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HnCe.Pages.Pieces;

/// <summary>Short words for building elements; text is encoded when it is written.</summary>
internal static class Build
{
    public static TagBuilder Element(string name, string? cssClass = null, params (string Name, string? Value)[] attributes)
    {
        var element = new TagBuilder(name);
        if (!string.IsNullOrWhiteSpace(cssClass))
        {
            element.Attributes["class"] = cssClass;
        }

        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                element.Attributes[attribute] = value;
            }
        }

        return element;
    }

    public static TagBuilder Text(this TagBuilder element, string? text)
    {
        element.InnerHtml.Append(text ?? "");
        return element;
    }

    public static TagBuilder With(this TagBuilder element, params IHtmlContent?[] children)
    {
        foreach (var child in children)
        {
            if (child is not null)
            {
                element.InnerHtml.AppendHtml(child);
            }
        }

        return element;
    }

    public static TagBuilder Void(this TagBuilder element)
    {
        element.TagRenderMode = TagRenderMode.SelfClosing;
        return element;
    }

    public static TagBuilder Icon(string name) =>
        Element("svg", "icon", ("aria-hidden", "true")).With(Element("use", null, ("href", $"#i-{name}")));

    public static TagBuilder Hidden(string text) => Element("span", "hide").Text(text);

    public static string? Words(params string?[] classes)
    {
        var joined = string.Join(' ', classes.Where(one => !string.IsNullOrEmpty(one)));
        return joined.Length == 0 ? null : joined;
    }
}
