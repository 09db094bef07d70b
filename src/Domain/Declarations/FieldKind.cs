namespace HnCe.Domain.Declarations;

/// <summary>What an answer to a field looks like (填写项类别), and so which control a form shows for it.</summary>
public enum FieldKind
{
    /// <summary>One line of text (单行文字).</summary>
    Text,

    /// <summary>Several lines of text (多行文字).</summary>
    LongText,

    /// <summary>A number (数字); canonical without thousands signs, with a point.</summary>
    Number,

    /// <summary>A date (日期); canonical <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>One of the field's own choices (单选); canonical the choice's value.</summary>
    Choice,

    /// <summary>Yes or no (是否); canonical <c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A code of a code list (代码表).</summary>
    CodeList,

    /// <summary>A region of Henan (行政区划, GB/T 2260).</summary>
    Region,

    /// <summary>Several short texts (多项文字); canonical joined by <c>、</c>.</summary>
    TextList,
}
