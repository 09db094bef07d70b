using Microsoft.AspNetCore.Http;

namespace HnCe.Graph.Server;

/// <summary>
/// Keeps foreign pages from using a visitor's cookie. A browser tells where a request comes from; one with a cookie and
/// without a token must come from our own pages, and a POST must bear a header that a foreign page cannot send unasked.
/// Source: SECURITY C3.
/// </summary>
public static class CrossSiteGuard
{
    /// <summary>The header that a cookie caller's POST bears, with any value.</summary>
    public const string PreflightHeader = "GraphQL-Preflight";

    internal static void Check(HttpRequest request)
    {
        if (IsCrossSite(request) || (BearsCookie(request) && (HasForeignOrigin(request) || LacksPreflight(request))))
        {
            throw new HttpRefusal(StatusCodes.Status403Forbidden, ErrorCodes.CrossSite, $"请求来源不受信任；使用 Cookie 登录时 POST 请求须带 {PreflightHeader} 请求头。");
        }
    }

    /// <summary>A socket with a cookie comes from our own pages and says so: nothing else of a browser keeps a foreign page from opening one.</summary>
    public static void CheckSocket(HttpRequest request)
    {
        if (IsCrossSite(request) || (BearsCookie(request) && (request.Headers.Origin.Count == 0 || HasForeignOrigin(request))))
        {
            throw new HttpRefusal(StatusCodes.Status403Forbidden, ErrorCodes.CrossSite, "请求来源不受信任；使用 Cookie 登录时 WebSocket 须来自本站页面。");
        }
    }

    private static bool BearsCookie(HttpRequest request) => request.Headers.Cookie.Count > 0 && request.Headers.Authorization.Count == 0;

    private static bool IsCrossSite(HttpRequest request) => request.Headers["Sec-Fetch-Site"] == "cross-site";

    private static bool HasForeignOrigin(HttpRequest request) =>
        request.Headers.Origin.Count > 0 && request.Headers.Origin != $"{request.Scheme}://{request.Host}";

    private static bool LacksPreflight(HttpRequest request) => HttpMethods.IsPost(request.Method) && !request.Headers.ContainsKey(PreflightHeader);
}
