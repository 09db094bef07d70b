using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>Picture and answer, <c>.captcha</c>: the picture is a button that submits <c>new-captcha</c>; script reloads it in place.</summary>
[HtmlTargetElement("hn-captcha")]
public sealed class CaptchaTagHelper : FieldPiece
{
    /// <summary>Address of the picture.</summary>
    public string Src { get; set; } = "";

    protected override IHtmlContent Control(TagHelperAttributeList attributes)
    {
        var answer = Build.Element("input", "input", ("id", FieldId), ("name", Name), ("type", "text"), ("autocomplete", "off"),
            ("autocapitalize", "none"), ("spellcheck", "false"), ("required", Required ? "" : null));
        var picture = Build.Element("img", null, ("src", Src), ("width", "112"), ("height", "38"), ("alt", "验证码图片，点击换一张"));
        var change = Build.Element("button", null, ("type", "submit"), ("name", "new-captcha"), ("formnovalidate", ""), ("data-captcha", ""));
        return Build.Element("div", "captcha").With(Describe(answer, attributes).Void(), change.With(picture.Void()));
    }
}
