using HnCe.Domain.Access;
using Microsoft.AspNetCore.Http;

namespace HnCe.Graph.Server;

/// <summary>Reads afresh who is behind a connection that stays open; null when the sign-in has ended.</summary>
public delegate ValueTask<Caller?> CallerAgain(CancellationToken cancel);

/// <summary>Tells who sends an HTTP request. The host implements it: cookie or token, read fresh from the database.</summary>
public interface ICallerSource
{
    /// <summary>The caller of a request; <see cref="Caller.Visitor"/> when nobody has signed in.</summary>
    ValueTask<Caller> ReadAsync(HttpContext context);

    /// <summary>How to ask again while the request's connection stays open, for an event stream or a socket.</summary>
    CallerAgain Again(HttpContext context);
}

/// <summary>Tells who is behind the <c>Authorization</c> that a socket brings in the payload of <c>connection_init</c>.</summary>
public interface IConnectionCallerSource
{
    /// <summary>How to read that caller, now and again; null when nobody is behind it.</summary>
    /// <param name="context">The request that opened the socket.</param>
    /// <param name="authorization">For example <c>Bearer …</c>.</param>
    /// <param name="cancel">Cancellation.</param>
    ValueTask<CallerAgain?> ReadAsync(HttpContext context, string authorization, CancellationToken cancel);
}

/// <summary>Stands in until the host registers its own: no token opens anything.</summary>
internal sealed class NoTokens : IConnectionCallerSource
{
    public ValueTask<CallerAgain?> ReadAsync(HttpContext context, string authorization, CancellationToken cancel) => default;
}
