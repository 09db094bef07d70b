using HnCe.Domain.Access;
using Microsoft.AspNetCore.Http;

namespace HnCe.Graph.Server;

/// <summary>Tells who sends an HTTP request. The host implements it: cookie or token, read fresh from the database.</summary>
public interface ICallerSource
{
    /// <summary>The caller of a request; <see cref="Caller.Visitor"/> when nobody has signed in.</summary>
    ValueTask<Caller> ReadAsync(HttpContext context);
}
