using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>A file with the proofs that are wanted and what was taken: <c>.upload</c> with <c>.proofs</c> and <c>.taken</c>.</summary>
[HtmlTargetElement("hn-file", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileFieldTagHelper : FieldPiece
{
    public string Accept { get; set; } = ".jpg,.jpeg,.png,.pdf,.zip";

    /// <summary>The proofs that the file should hold, each a box to tick (name <c>proofs</c>).</summary>
    public IReadOnlyList<string> Proofs { get; set; } = [];

    /// <summary>Proofs that are ticked already.</summary>
    public IReadOnlyCollection<string> Confirmed { get; set; } = [];

    /// <summary>The file that was received.</summary>
    public TakenFile? Taken { get; set; }

    /// <summary>Name of the button that removes the received file; none without a name.</summary>
    public string? Drop { get; set; } = "drop";

    protected override IHtmlContent Control(TagHelperAttributeList attributes)
    {
        var input = Build.Element("input", null, ("type", "file"), ("id", FieldId), ("name", Name), ("accept", Accept),
            ("required", Required && Taken is null ? "" : null));
        var given = Build.Element("div", "stack").With(Describe(input, attributes).Void(), Taken is null ? null : Received(Taken));
        return Build.Element("div", "upload").With(Proofs.Count == 0 ? null : Wanted(), given);
    }

    private TagBuilder Wanted()
    {
        var id = $"{FieldId}-wanted";
        var list = Build.Element("ul", "proofs", ("aria-labelledby", id));
        foreach (var proof in Proofs)
        {
            var box = Build.Element("input", null, ("type", "checkbox"), ("name", "proofs"), ("value", proof),
                ("checked", Confirmed.Contains(proof) ? "" : null));
            list.With(Build.Element("li").With(Build.Element("label").With(box.Void()).Text(proof)));
        }

        return Build.Element("div").With(Build.Element("span", "label", ("id", id)).Text("请确认文件里有"), list);
    }

    private TagBuilder Received(TakenFile file)
    {
        var when = file.At is { } at ? $"　{ChineseTime.Minute(at)} 已收到" : "　已收到";
        var words = Build.Element("span").Text(file.Name)
            .With(Build.Element("br").Void(), Build.Element("span", "quiet-text small-text").Text(Number.Size(file.Bytes) + when));
        var taken = Build.Element("div", "taken").With(Build.Icon("file"), words);
        return Drop is null
            ? taken
            : taken.With(Build.Element("button", "link push", ("name", Drop), ("value", Name), ("formnovalidate", "")).Text("移除").With(Build.Hidden(file.Name)));
    }
}

/// <summary>A file that the system has received.</summary>
public sealed record TakenFile(string Name, long Bytes, DateTimeOffset? At = null);
