using GraphQL;

namespace HnCe.Graph.Server;

/// <summary>The closed list of codes of top-level errors. Refusals of the business are not here: they are userErrors.</summary>
public static class ErrorCodes
{
    /// <summary>Nobody has signed in.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>The role lacks the permission.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>The request is not a GraphQL request: body, parameters or the name of the operation.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>The document is not GraphQL.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document or its variables do not fit the schema.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>An argument has a value that it cannot have.</summary>
    public const string BadInput = "BAD_INPUT";

    /// <summary>A cursor is garbage or belongs to another list.</summary>
    public const string BadCursor = "BAD_CURSOR";

    /// <summary>Too much has happened since a subscription's cursor; read the lists anew and subscribe without it.</summary>
    public const string CursorTooOld = "CURSOR_TOO_OLD";

    /// <summary>A subscriber took events slower than they happened; subscribe again behind the last cursor.</summary>
    public const string TooSlow = "SUBSCRIBER_TOO_SLOW";

    /// <summary>Too many operations or connections are open at once.</summary>
    public const string TooMany = "TOO_MANY_OPERATIONS";

    /// <summary>No trusted document has this id.</summary>
    public const string DocumentNotFound = "PERSISTED_DOCUMENT_NOT_FOUND";

    /// <summary>Only trusted documents are accepted here.</summary>
    public const string DocumentNotTrusted = "DOCUMENT_NOT_TRUSTED";

    /// <summary>The account or address has spent what it may in a minute.</summary>
    public const string RateLimited = "RATE_LIMITED";

    /// <summary>An array holds more operations than are allowed.</summary>
    public const string BatchTooLarge = "BATCH_LIMIT_EXCEEDED";

    /// <summary>The document or its variables are larger than anybody needs.</summary>
    public const string TooComplex = "DOCUMENT_TOO_COMPLEX";

    /// <summary>The operation would cost more than is allowed.</summary>
    public const string TooExpensive = "COST_LIMIT_EXCEEDED";

    /// <summary>The schema may not be read by this caller.</summary>
    public const string IntrospectionDisabled = "INTROSPECTION_DISABLED";

    /// <summary>The operation took too long and was ended.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>A foreign page may have sent the request.</summary>
    public const string CrossSite = "CROSS_SITE_REQUEST";

    /// <summary>A fault of the server; the trace id finds it in the log.</summary>
    public const string Internal = "INTERNAL";
}

/// <summary>A top-level error with a code of the closed list and a Chinese message. Everything else is masked.</summary>
public sealed class GraphError : ExecutionError
{
    /// <summary>An error that a client may read.</summary>
    /// <param name="code">One of <see cref="ErrorCodes"/>.</param>
    /// <param name="message">Chinese sentence.</param>
    public GraphError(string code, string message)
        : base(message) => Code = code;

    internal static GraphError Unauthenticated() => new(ErrorCodes.Unauthenticated, "请先登录。");

    internal static GraphError Forbidden() => new(ErrorCodes.Forbidden, "您没有执行此操作的权限。");

    internal static GraphError BadRequest(string message) => new(ErrorCodes.BadRequest, message);

    internal static GraphError BadInput(string message) => new(ErrorCodes.BadInput, message);

    internal static GraphError BadCursor() => new(ErrorCodes.BadCursor, "游标无效或不属于此列表，请从第一页重新查询。");

    internal static GraphError CursorTooOld() => new(ErrorCodes.CursorTooOld, "错过的事件过多，请重新查询列表后再订阅。");

    internal static GraphError TooSlow() => new(ErrorCodes.TooSlow, "事件接收过慢，订阅已结束，请用最后一个游标重新订阅。");

    internal static GraphError TooMany(int limit) => new(ErrorCodes.TooMany, $"同时进行的操作超过上限 {limit}。");

    internal static GraphError DocumentNotFound() => new(ErrorCodes.DocumentNotFound, "没有此编号的受信任文档。");

    internal static GraphError DocumentNotTrusted() => new(ErrorCodes.DocumentNotTrusted, "只接受受信任的文档，请使用 documentId。");

    internal static GraphError RateLimited(int seconds) =>
        new(ErrorCodes.RateLimited, $"查询代价超过每分钟的限额，请 {seconds} 秒后再试。") { Extensions = new() { [GraphAnswer.RetryAfterKey] = seconds } };

    internal static GraphError TooComplex(string what, long limit) => new(ErrorCodes.TooComplex, $"查询过于复杂：{what}超过上限 {limit}。");

    internal static GraphError TooExpensive(long cost, long limit) => new(ErrorCodes.TooExpensive, $"查询代价 {cost} 超过上限 {limit}，请减少每页行数或选择的字段。");

    internal static GraphError IntrospectionDisabled() => new(ErrorCodes.IntrospectionDisabled, "未开放模式查询。");

    internal static GraphError Timeout() => new(ErrorCodes.Timeout, "查询超时，请缩小范围后重试。");

    internal static GraphError Internal(string trace) =>
        new(ErrorCodes.Internal, "系统繁忙，请稍后重试。") { Extensions = new() { ["traceId"] = trace } };
}
