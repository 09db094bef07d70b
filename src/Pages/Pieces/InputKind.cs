namespace HnCe.Pages.Pieces;

/// <summary>How a kind of answer is typed: the input's type, keyboard, completion and width.</summary>
internal sealed record InputKind(string Type, string? Mode = null, string? Complete = null, string? Width = null, string? Unit = null)
{
    private static readonly Dictionary<string, InputKind> Known = new()
    {
        ["text"] = new("text"),
        ["name"] = new("text", Complete: "name"),
        ["organization"] = new("text", Complete: "organization"),
        ["address"] = new("text", Complete: "street-address"),
        ["account"] = new("text", Complete: "username"),
        ["idnumber"] = new("text", Complete: "off", Width: "w12"),
        ["mobile"] = new("tel", "tel", "tel"),
        ["tel"] = new("tel", "tel", "tel"),
        ["email"] = new("email", "email", "email"),
        ["password"] = new("password", Complete: "current-password"),
        ["newpassword"] = new("password", Complete: "new-password"),
        ["code"] = new("text", "numeric", "one-time-code", "w8"),
        ["date"] = new("date", Width: "w12"),
        ["month"] = new("month", Width: "w12"),
        ["number"] = new("text", "numeric", "off", "w4"),
        ["decimal"] = new("text", "decimal", "off", "w8"),
        ["hours"] = new("text", "decimal", "off", "w4", "学时"),
        ["year"] = new("text", "numeric", "off", "w4"),
        ["search"] = new("search", Complete: "off"),
    };

    public bool IsSecret => Type == "password";

    public static InputKind Of(string kind) =>
        Known.TryGetValue(kind, out var known) ? known : throw new InvalidOperationException($"No input kind is called {kind}.");
}
