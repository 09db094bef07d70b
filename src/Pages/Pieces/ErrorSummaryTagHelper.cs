using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>All refusals of the form, linked to their fields: <c>.errors[role=alert]</c>. The layout renders it after the page.</summary>
[HtmlTargetElement("hn-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var errors = ViewContext.ViewData.Errors();
        if (errors.All.Count == 0)
        {
            return;
        }

        var list = Build.Element("ol");
        foreach (var error in errors.InPageOrder)
        {
            var field = errors.FieldOf(error);
            var item = Build.Element("li");
            list.With(field is null ? item.Text(error.Message) : item.With(Build.Element("a", null, ("href", $"#{field}")).Text(error.Message)));
        }

        var fixable = errors.All.Count(error => errors.FieldOf(error) is not null);
        var title = PageFrame.Of(ViewContext.ViewData).ErrorsTitle ?? (fixable > 0 ? $"有 {errors.All.Count} 处需要修改" : "没有办成");
        var heading = Build.Element("h2", null, ("id", "errors-title")).With(Build.Icon("warn")).Text(title);
        output.Content.SetHtmlContent(
            Build.Element("div", "errors", ("id", "errors"), ("role", "alert"), ("tabindex", "-1"), ("aria-labelledby", "errors-title"))
                .With(heading, list));
    }
}
