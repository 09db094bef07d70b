using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>What all inputs share, <c>.field(.bad)</c>: label, star, error and hint below, links between them for screen readers.</summary>
public abstract class FieldPiece : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>Shows the red star (GEN-08).</summary>
    public bool Required { get; set; }

    /// <summary>The error path of this field where its name does not tell it.</summary>
    public string? Path { get; set; }

    /// <summary>Id of the control; derived from the name when absent.</summary>
    public string? Id { get; set; }

    /// <summary>Width in the grid: full or rest.</summary>
    public string? Span { get; set; }

    protected string FieldId => Id ?? string.Concat(Name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');

    protected string? ErrorMessage { get; private set; }

    /// <summary>Ids of error and hint, for aria-describedby.</summary>
    protected string? DescribedBy =>
        Build.Words(ErrorMessage is null ? null : $"{FieldId}-error", Hint is null ? null : $"{FieldId}-hint");

    /// <summary>What was posted under this name; keeps an answer that the page could not bind.</summary>
    protected string? Posted
    {
        get
        {
            var request = ViewContext.HttpContext.Request;
            return HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.Form.TryGetValue(Name, out var posted)
                ? posted.ToString()
                : null;
        }
    }

    protected abstract IHtmlContent Control(TagHelperAttributeList attributes);

    /// <summary>A group of choices is labelled by id; a single control by the label element.</summary>
    protected virtual bool IsGroup => false;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var below = await output.GetChildContentAsync();
        ErrorMessage = ViewContext.ViewData.Errors().Take(Path ?? Name, FieldId)?.Message;

        // Attributes that are not ours (data-*, hx-*, maxlength) belong to the control, not to the row.
        var attributes = new TagHelperAttributeList(output.Attributes);
        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Build.Words("field", ErrorMessage is null ? null : "bad", Span));
        output.Content.SetHtmlContent(LabelElement());
        output.Content.AppendHtml(Control(attributes));
        if (ErrorMessage is not null)
        {
            output.Content.AppendHtml(Build.Element("p", "error", ("id", $"{FieldId}-error"))
                .With(Build.Icon("warn"), Build.Element("span").Text(ErrorMessage)));
        }

        if (Hint is not null)
        {
            output.Content.AppendHtml(Build.Element("p", "hint", ("id", $"{FieldId}-hint")).Text(Hint));
        }

        output.Content.AppendHtml(below);
    }

    protected TagBuilder Describe(TagBuilder control, TagHelperAttributeList? attributes = null)
    {
        foreach (var attribute in attributes ?? [])
        {
            control.Attributes[attribute.Name] = attribute.Value?.ToString();
        }

        if (DescribedBy is { } ids)
        {
            control.Attributes["aria-describedby"] = ids;
        }

        if (ErrorMessage is not null)
        {
            control.Attributes["aria-invalid"] = "true";
        }

        return control;
    }

    private TagBuilder LabelElement()
    {
        var label = IsGroup
            ? Build.Element("span", "label", ("id", $"{FieldId}-label"))
            : Build.Element("label", null, ("for", FieldId));
        label.Text(Label);
        return Required ? label.With(Build.Element("span", "star", ("aria-hidden", "true")).Text("*")) : label;
    }
}
