using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace HnCe.Graph.Server;

/// <summary>A calendar day.</summary>
internal sealed class DateScalar : ScalarGraphType
{
    private const string Format = "yyyy-MM-dd";

    public DateScalar()
    {
        Name = "Date";
        Description = "A calendar day in Asia/Shanghai, written 2024-12-31. 日期.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => ParseValue((string)text.Value),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null or DateOnly => value,
        string text when DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString(Format, CultureInfo.InvariantCulture),
        _ => ThrowSerializationError(value),
    };
}

/// <summary>A moment.</summary>
internal sealed class DateTimeScalar : ScalarGraphType
{
    private const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public DateTimeScalar()
    {
        Name = "DateTime";
        Description = "A moment in UTC, ISO 8601 with Z: 2024-12-31T15:59:59Z. 时间.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => ParseValue((string)text.Value),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null or DateTimeOffset => value,
        string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Styles, out var moment) => moment,
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        DateTimeOffset moment => Write(moment.UtcDateTime),
        DateTime moment => Write(moment.ToUniversalTime()),
        _ => ThrowSerializationError(value),
    };

    private static string Write(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);
}

/// <summary>An opaque identifier.</summary>
internal sealed class IdScalar : ScalarGraphType
{
    public IdScalar()
    {
        Name = "ID";
        Description = "An opaque identifier: keep it, compare it, never read it. 标识.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => (string)text.Value,
        GraphQLIntValue number => (string)number.Value,
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string text => text,
        int or long or System.Numerics.BigInteger => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        string text => text,
        IKey key => key.Encode(),
        _ => ThrowSerializationError(value),
    };
}

/// <summary>An exact decimal number.</summary>
internal sealed class DecimalScalar : DecimalGraphType
{
    public DecimalScalar()
    {
        Name = "Decimal";
        Description = "An exact decimal number, for example hours in steps of 0.5. 小数.";
    }
}
