using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>Filter bar over a list, <c>form.filter</c>: a GET form of its own, folded behind <c>.filter-label</c> on a phone.</summary>
[HtmlTargetElement("hn-filter")]
public sealed class FilterTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>How many conditions are in use.</summary>
    public int Used { get; set; }

    /// <summary>Query parameters that a new search keeps, with commas.</summary>
    public string Keep { get; set; } = "view,size";

    /// <summary>Whether it folds on a phone; not where searching is what the page is for, as in a picker.</summary>
    public bool Folds { get; set; } = true;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fields = await output.GetChildContentAsync();
        var id = context.Items.TryGetValue(typeof(ListTagHelper), out var list) ? $"{list}" : null;
        var fold = $"{id ?? "list"}-filter";
        output.TagName = "form";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "filter");
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("role", "search");
        var action = ViewContext.HttpContext.Request.PathBase.Add(ViewContext.HttpContext.Request.Path).ToUriComponent();
        output.Attributes.SetAttribute("action", action);
        if (id is not null)
        {
            output.Attributes.SetAttribute("hx-get", action);
            output.Attributes.SetAttribute("hx-target", $"#{id}");
            output.Attributes.SetAttribute("hx-select", $"#{id}");
            output.Attributes.SetAttribute("hx-swap", "outerHTML");
            output.Attributes.SetAttribute("hx-push-url", "true");
        }

        if (Folds)
        {
            Fold(output, fold);
        }

        output.Content.SetHtmlContent(fields);
        foreach (var key in Keep.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ViewContext.HttpContext.Request.Query.TryGetValue(key, out var kept))
            {
                output.Content.AppendHtml(Build.Element("input", null, ("type", "hidden"), ("name", key), ("value", kept.ToString())).Void());
            }
        }

        output.Content.AppendHtml(Build.Element("button", "btn").With(Build.Icon("search")).Text("查询"));
    }

    private void Fold(TagHelperOutput output, string fold)
    {
        var words = Used == 0 ? "筛选条件" : $"筛选条件（已用 {Used} 个）";
        output.PreElement.AppendHtml(Build.Element("input", "filter-switch hide", ("type", "checkbox"), ("id", fold), ("aria-label", "显示筛选条件")).Void());
        output.PreElement.AppendHtml(Build.Element("label", "filter-label", ("for", fold)).With(Build.Icon("filter")).Text(words));
    }
}
