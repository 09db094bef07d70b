using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Tests.Pieces;

/// <summary>Tag helpers rendered without a server, read back as a browser would.</summary>
internal static class Rendered
{
    public static ViewContext View(params UserError[] errors)
    {
        var viewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary());
        viewData.Keep(new FormErrors(errors));
        return new ViewContext { HttpContext = new DefaultHttpContext(), ViewData = viewData };
    }

    public static async Task<IElement> AsElementAsync(this TagHelper piece, string? childText = null)
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("hn-piece", [], (_, _) =>
        {
            TagHelperContent content = new DefaultTagHelperContent();
            return Task.FromResult(childText is null ? content : content.SetContent(childText));
        });
        await piece.ProcessAsync(context, output);

        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Create(UnicodeRanges.All));
        return new HtmlParser().ParseDocument($"<body>{writer}</body>").Body!;
    }
}
