using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>A moment or a day in Asia/Shanghai: <c>time</c>; 2026-03-05 by default, 2026年3月5日 when spoken.</summary>
[HtmlTargetElement("hn-time", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimeTagHelper : TagHelper
{
    /// <summary>The moment.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>The calendar day, where there is no hour.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>Write it as in a sentence.</summary>
    public bool Spoken { get; set; }

    /// <summary>Add hour and minute.</summary>
    public bool Minute { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if ((Day ?? (At is { } moment ? ChineseTime.Day(moment) : null)) is not { } day)
        {
            return;
        }

        var hour = At is { } at && Minute ? ChineseTime.Local(at).ToString("HH:mm", CultureInfo.InvariantCulture) : null;
        var iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var words = Spoken ? ChineseTime.Sentence(day) : iso;
        var time = Build.Element("time", null, ("datetime", hour is null ? iso : $"{iso}T{hour}+08:00"));
        output.Content.SetHtmlContent(time.Text(hour is null ? words : $"{words} {hour}"));
    }
}
