using HnCe.Pages.Accounts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>
/// Picture and answer, <c>.captcha</c>: the picture is a button that submits <c>new-captcha</c>; script reloads it in place. Who cannot read
/// pictures changes to a sum in words (<c>captcha-kind</c>), which stays chosen while the form is shown again. Source: LOG-07.
/// </summary>
[HtmlTargetElement("hn-captcha")]
public sealed class CaptchaTagHelper : FieldPiece
{
    /// <summary>Address of the picture.</summary>
    public string Src { get; set; } = "";

    private bool IsInWords => Form is { } form && (form["new-captcha"].ToString() is { Length: > 0 } wanted ? wanted : form["captcha-kind"].ToString()) == "words";

    private IFormCollection? Form => ViewContext.HttpContext.Request is { HasFormContentType: true } request && HttpMethods.IsPost(request.Method) ? request.Form : null;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (IsInWords)
        {
            Hint = $"{await CaptchaEndpoint.AskAsync(ViewContext.HttpContext)}请填数字";
        }

        await base.ProcessAsync(context, output);
    }

    protected override IHtmlContent Control(TagHelperAttributeList attributes)
    {
        var answer = Build.Element("input", "input", ("id", FieldId), ("name", Name), ("type", "text"), ("autocomplete", "off"),
            ("autocapitalize", "none"), ("spellcheck", "false"), ("required", Required ? "" : null));
        var row = Build.Element("div", "captcha").With(Describe(answer, attributes).Void());
        if (IsInWords)
        {
            var kind = Build.Element("input", null, ("type", "hidden"), ("name", "captcha-kind"), ("value", "words"));
            return row.With(kind.Void(), Change("picture", "换成图片"));
        }

        var picture = Build.Element("img", null, ("src", Src), ("width", "112"), ("height", "38"), ("alt", "验证码图片，点击换一张"));
        var again = Build.Element("button", null, ("type", "submit"), ("name", "new-captcha"), ("formnovalidate", ""), ("data-captcha", ""));
        return row.With(again.With(picture.Void()), Change("words", "换成文字题"));
    }

    private static Microsoft.AspNetCore.Mvc.Rendering.TagBuilder Change(string kind, string words) =>
        Build.Element("button", "link", ("type", "submit"), ("name", "new-captcha"), ("value", kind), ("formnovalidate", "")).Text(words);
}
