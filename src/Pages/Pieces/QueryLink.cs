using Microsoft.AspNetCore.Http.Extensions;

namespace HnCe.Pages.Pieces;

/// <summary>Address of the same list with some query parameters changed; the state of a list lives in its address.</summary>
internal static class QueryLink
{
    private static readonly string[] Position = ["after", "before", "handler"];

    /// <summary>Sets or, with null, drops parameters. The position in the list is dropped unless it is set; so is the handler of a refused post.</summary>
    public static string With(HttpRequest request, params (string Key, string? Value)[] changes)
    {
        var query = new QueryBuilder();
        foreach (var (key, values) in request.Query)
        {
            var replaced = changes.Any(change => string.Equals(change.Key, key, StringComparison.OrdinalIgnoreCase));
            if (!replaced && !Position.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                query.Add(key, values.Select(value => value ?? ""));
            }
        }

        foreach (var (key, value) in changes)
        {
            if (value is not null)
            {
                query.Add(key, value);
            }
        }

        var address = request.PathBase.Add(request.Path).ToUriComponent();
        return address + query.ToQueryString();
    }
}
