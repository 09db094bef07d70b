using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace HnCe.Pages.Pieces;

/// <summary>What a page tells the layout around it; filled by <c>hn-page</c>.</summary>
public sealed class PageFrame
{
    private const string Key = "HnCe.PageFrame";

    public string Title { get; set; } = "";

    /// <summary>Second half of the window title, such as 待办 86 项.</summary>
    public string? State { get; set; }

    /// <summary>Page of the menu entry that this page belongs to; its own path when null.</summary>
    public string? MenuPage { get; set; }

    /// <summary>Steps of 您现在的位置 after the menu entry.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; set; } = [];

    /// <summary>Heading of the error summary where the usual one does not fit.</summary>
    public string? ErrorsTitle { get; set; }

    /// <summary>A frame shown instead of the caller's own; only the page of all pieces sets it.</summary>
    public FrameData? Sample { get; set; }

    public static PageFrame Of(ViewDataDictionary viewData)
    {
        if (viewData[Key] is not PageFrame frame)
        {
            frame = new PageFrame();
            viewData[Key] = frame;
        }

        return frame;
    }
}

/// <summary>One step of 您现在的位置; without an address it is plain text.</summary>
public sealed record Crumb(string Text, string? Href = null);
