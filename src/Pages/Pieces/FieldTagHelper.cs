using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HnCe.Pages.Pieces;

/// <summary>A row of a form: <c>.field</c> with <c>.input</c>, <c>.select</c>, <c>.area</c> or <c>.choice</c>, and <c>.unit</c>.</summary>
[HtmlTargetElement("hn-field")]
public sealed class FieldTagHelper : FieldPiece
{
    /// <summary>A kind of <see cref="InputKind"/>, or select, area, radio, checks, check.</summary>
    public string Type { get; set; } = "text";

    /// <summary>The answer; a list of answers for checks.</summary>
    public object? Value { get; set; }

    public IEnumerable<Choice> Options { get; set; } = [];

    /// <summary>First entry of a select that stands for no answer; an empty string leaves it out.</summary>
    public string Empty { get; set; } = "请选择";

    /// <summary>Words after the input, such as 位.</summary>
    public string? Unit { get; set; }

    /// <summary>w4, w8 or w12.</summary>
    public string? Width { get; set; }

    public string? Autocomplete { get; set; }

    public bool Readonly { get; set; }

    public int Rows { get; set; } = 4;

    protected override bool IsGroup => Type is "radio" or "checks" or "check";

    private string Answer => Text(Value) ?? Posted ?? "";

    protected override IHtmlContent Control(TagHelperAttributeList attributes) => Type switch
    {
        "select" when !Readonly => Select(attributes),
        "select" => Chosen(),
        "area" => Area(attributes),
        "radio" => Choices("radio", [Answer]),
        "checks" => Choices("checkbox", Answers()),
        "check" => Choices("checkbox", [Answer]),
        _ => WithUnit(Input(InputKind.Of(Type), attributes), Unit ?? InputKind.Of(Type).Unit),
    };

    private static string? Text(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => Number.Hours(number),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private string[] Answers() => Value switch
    {
        IEnumerable<string> several => [.. several],
        null => Posted?.Split(',') ?? [],
        _ => [Answer],
    };

    private TagBuilder Input(InputKind kind, TagHelperAttributeList attributes)
    {
        var input = Build.Element("input", Build.Words("input", Width ?? kind.Width),
            ("id", FieldId), ("name", Name), ("type", kind.Type), ("inputmode", kind.Mode), ("autocomplete", Autocomplete ?? kind.Complete),
            ("value", kind.IsSecret ? null : Answer), ("required", Required && !Readonly ? "" : null), ("readonly", Readonly ? "" : null));
        return Describe(input, attributes).Void();
    }

    private IHtmlContent WithUnit(TagBuilder input, string? unit) =>
        unit is null ? input : Build.Element("div", "unit").With(input, Build.Element("span").Text(unit));

    private TagBuilder Area(TagHelperAttributeList attributes)
    {
        var area = Build.Element("textarea", "area", ("id", FieldId), ("name", Name), ("rows", Text(Rows)),
            ("required", Required && !Readonly ? "" : null), ("readonly", Readonly ? "" : null));

        // The parser drops a first line break, so an answer that begins with one would lose it.
        return Describe(area, attributes).Text(Answer.StartsWith('\n') ? "\n" + Answer : Answer);
    }

    private TagBuilder Select(TagHelperAttributeList attributes)
    {
        var select = Build.Element("select", Build.Words("select", Width), ("id", FieldId), ("name", Name), ("required", Required ? "" : null));
        if (Empty.Length > 0)
        {
            select.With(Build.Element("option", null, ("value", "")).Text(Empty));
        }

        foreach (var choice in Options)
        {
            select.With(Build.Element("option", choice.Mark, ("value", choice.Value), ("selected", choice.Value == Answer ? "" : null)).Text(choice.Text));
        }

        return Describe(select, attributes);
    }

    private IHtmlContent Chosen()
    {
        var text = Options.FirstOrDefault(choice => choice.Value == Answer)?.Text ?? Answer;
        var shown = Build.Element("input", Build.Words("input", Width), ("id", FieldId), ("type", "text"), ("value", text), ("readonly", ""));
        var sent = Build.Element("input", null, ("type", "hidden"), ("name", Name), ("value", Answer));
        return new HtmlContentBuilder().AppendHtml(Describe(shown).Void()).AppendHtml(sent.Void());
    }

    private TagBuilder Choices(string type, string[] answers)
    {
        var group = Build.Element("div", "choice", ("role", type == "radio" ? "radiogroup" : "group"), ("aria-labelledby", $"{FieldId}-label"),
            ("aria-required", Required && type == "radio" ? "true" : null));
        var id = FieldId;
        foreach (var choice in Options)
        {
            // The first choice bears the id, so that the error summary leads to it.
            var input = Build.Element("input", null, ("id", id), ("type", type), ("name", Name), ("value", choice.Value),
                ("checked", answers.Contains(choice.Value) ? "" : null), ("disabled", Readonly ? "" : null));
            group.With(Build.Element("label").With(input.Void()).Text(choice.Text));
            id = null;
        }

        var described = Describe(group);
        if (type != "radio")
        {
            // A group may not be invalid; the error is told by its description.
            described.Attributes.Remove("aria-invalid");
        }

        return described;
    }
}
