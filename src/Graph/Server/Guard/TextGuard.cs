namespace HnCe.Graph.Server;

/// <summary>Measures the bare text in one pass: its length and how deep its brackets lie, before a recursive parser sees it.</summary>
internal static class TextGuard
{
    public static void Check(string text, DocumentLimits limits)
    {
        if (text.Length > limits.Characters)
        {
            throw GraphError.TooComplex("字符数", limits.Characters);
        }

        var nesting = 0;
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '#':
                    at = EndOfLine(text, at);
                    break;
                case '"':
                    at = EndOfString(text, at);
                    break;
                case '{' or '[' or '(' when ++nesting > limits.Nesting:
                    throw GraphError.TooComplex("嵌套层数", limits.Nesting);
                case '}' or ']' or ')':
                    nesting--;
                    break;
            }
        }
    }

    private static int EndOfLine(string text, int at) => text.AsSpan(at).IndexOfAny('\n', '\r') is var length and >= 0 ? at + length : text.Length;

    private static int EndOfString(string text, int at)
    {
        if (text.AsSpan(at).StartsWith("\"\"\""))
        {
            return EndOfBlock(text, at + 3);
        }

        for (at++; at < text.Length && text[at] is not ('"' or '\n' or '\r'); at++)
        {
            at += text[at] == '\\' ? 1 : 0;
        }

        return at;
    }

    private static int EndOfBlock(string text, int at)
    {
        while (at < text.Length && !text.AsSpan(at).StartsWith("\"\"\""))
        {
            at += text.AsSpan(at).StartsWith("\\\"\"\"") ? 4 : 1;
        }

        return at + 2;
    }
}
