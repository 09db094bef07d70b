using System.Globalization;
using HnCe.Domain.Access;
using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Declarations;

/// <summary>Reads one answer by its field definition: canonical form or refusal (DEC-10).</summary>
public static class FieldCheck
{
    // Nobody at work today has done anything to be credited before; older dates are slips of the keyboard.
    private const int EarliestYear = 1950;

    private static readonly string[] DateFormats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];
    private static readonly char[] ListSeparators = ['\n', '\r', '、', '，', ',', '；', ';'];

    /// <summary>Reads a non-blank answer; whether a blank one may stay blank is for <see cref="DeclarationAnswers"/>.</summary>
    public static FieldReading Read(FieldDefinition field, string answer, DateOnly today)
    {
        var text = answer.Trim();
        var oneLine = field.Kind is not (FieldKind.LongText or FieldKind.TextList);
        if (!TypedText.IsStorable(text) || (oneLine && text.AsSpan().ContainsAny('\r', '\n')))
        {
            return Refuse(field, RefusalCode.InvalidText, $"{field.Label}含有无法保存的字符");
        }

        return field.Kind switch
        {
            FieldKind.Number => ReadNumber(field, text),
            FieldKind.Date => ReadDate(field, text, today),
            FieldKind.Boolean => ReadBoolean(field, text),
            FieldKind.TextList => ReadList(field, text),
            FieldKind.Choice => ReadOption(field, text, field.Choices?.Any(choice => choice.Value == text) ?? false),
            FieldKind.CodeList => ReadOption(field, text, SeedFile.HasCode(field.CodeList!, text)),
            FieldKind.Region => ReadOption(field, text, SeedFile.HasCode("regions_henan", text)),
            _ => ReadText(field, text),
        };
    }

    /// <summary>A refusal at a field.</summary>
    internal static FieldReading Refuse(FieldDefinition field, RefusalCode code, string message) =>
        new("", new(code, message, $"details.{field.Name}"));

    private static FieldReading ReadText(FieldDefinition field, string text)
    {
        if (!TypedText.Fits(text, field.MaxLength))
        {
            return Refuse(field, RefusalCode.TooLong, $"{field.Label}不得超过 {field.MaxLength} 字");
        }

        return field.Check is { } kind ? ReadIdentifier(field, kind, text) : new(text, null);
    }

    private static FieldReading ReadIdentifier(FieldDefinition field, IdentifierKind kind, string text)
    {
        var (reading, code) = kind switch
        {
            IdentifierKind.Isbn => (Isbn.Read(text), RefusalCode.InvalidIsbn),
            IdentifierKind.Issn => (Issn.Read(text), RefusalCode.InvalidIssn),
            _ => (PatentNumber.Read(text), RefusalCode.InvalidPatentNumber),
        };
        return reading.IsCorrect ? new(reading.Canonical, null) : Refuse(field, code, $"{field.Label} 不正确：{reading.Fault}");
    }

    private static FieldReading ReadNumber(FieldDefinition field, string text)
    {
        var folded = TypedText.Fold(text);
        if (!decimal.TryParse(folded, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || decimal.Round(number, field.Decimals) != number)
        {
            var wanted = field.Decimals == 0 ? "应为整数" : $"应为数字，最多 {field.Decimals} 位小数";
            return Refuse(field, RefusalCode.NotANumber, field.Label + wanted);
        }

        return number < field.Min || number > field.Max
            ? Refuse(field, RefusalCode.OutOfRange, $"{field.Label}应在 {field.Min} 到 {field.Max} 之间")
            : new(number.ToString("0.####", CultureInfo.InvariantCulture), null);
    }

    private static FieldReading ReadDate(FieldDefinition field, string text, DateOnly today)
    {
        var folded = TypedText.Fold(text);
        if (!DateOnly.TryParseExact(folded, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return Refuse(field, RefusalCode.InvalidDate, $"{field.Label}不是有效日期，请按 2025-03-09 的样子填写");
        }

        if (date > today || date.Year < EarliestYear)
        {
            var bound = date > today ? "不能晚于今天" : $"不能早于 {EarliestYear} 年";
            return Refuse(field, RefusalCode.DateOutOfRange, field.Label + bound);
        }

        return new(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null);
    }

    private static FieldReading ReadBoolean(FieldDefinition field, string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "ON" or "是" or "1" => new("true", null),
        "FALSE" or "OFF" or "否" or "0" => new("false", null),
        _ => ReadOption(field, text, offered: false),
    };

    private static FieldReading ReadList(FieldDefinition field, string text)
    {
        var items = text.Split(ListSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (items.Length > field.Max)
        {
            return Refuse(field, RefusalCode.OutOfRange, $"{field.Label}不得超过 {field.Max} 项");
        }

        return items.Any(item => !TypedText.Fits(item, field.MaxLength))
            ? Refuse(field, RefusalCode.TooLong, $"{field.Label}每项不得超过 {field.MaxLength} 字")
            : new(string.Join('、', items), null);
    }

    private static FieldReading ReadOption(FieldDefinition field, string text, bool offered) =>
        offered ? new(text, null) : Refuse(field, RefusalCode.NotAnOption, $"{field.Label}不在可选范围内，请重新选择");
}
