using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>An answer chosen from a long list, <c>.pick</c>: the link leads to the picker page, script opens the same page as a dialog.</summary>
[HtmlTargetElement("hn-picker", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PickerFieldTagHelper : FieldPiece
{
    /// <summary>What is sent: id or code of the chosen row.</summary>
    public string? Value { get; set; }

    /// <summary>What is read: name of the chosen row. It is posted as <c>{name}Text</c>, so that a refused form can show it.</summary>
    public string? Text { get; set; }

    /// <summary>Address of the picker page.</summary>
    public string Href { get; set; } = "";

    /// <summary>
    /// Name of a submit button instead of a link: without script it posts the form (value = the field's name),
    /// so that the page can keep its answers before it leads to the picker.
    /// </summary>
    public string? Submit { get; set; }

    protected override IHtmlContent Control(TagHelperAttributeList attributes)
    {
        var text = Text ?? PostedText();
        var sent = Build.Element("input", null, ("type", "hidden"), ("name", Name), ("value", Value ?? Posted ?? ""), ("data-pick-value", ""));
        var shown = Build.Element("input", "input", ("id", FieldId), ("name", $"{Name}Text"), ("type", "text"), ("value", text), ("readonly", ""),
            ("placeholder", "尚未选择"), ("data-pick-text", ""));
        var open = Submit is null
            ? Build.Element("a", "btn plain", ("href", Href), ("data-picker", Href))
            : Build.Element("button", "btn plain", ("type", "submit"), ("name", Submit), ("value", Name), ("formnovalidate", ""), ("data-picker", Href));
        open.Text("选择").With(Build.Hidden(Label));
        return Build.Element("div", "pick").With(sent.Void(), Describe(shown, attributes).Void(), open);
    }

    private string PostedText()
    {
        var request = ViewContext.HttpContext.Request;
        return HttpMethods.IsPost(request.Method) && request.HasFormContentType ? request.Form[$"{Name}Text"].ToString() : "";
    }
}
