using GraphQL;
using HnCe.Domain.Access;
using Microsoft.Extensions.DependencyInjection;

namespace HnCe.Graph.Server;

/// <summary>Carries the caller into the scope of one operation; use cases and readers then simply take a <see cref="Caller"/>.</summary>
public sealed class CallerHolder
{
    /// <summary>Who asks; a visitor until somebody is put here.</summary>
    public Caller Caller { get; set; } = Caller.Visitor;
}

internal static class Operation
{
    public static Caller CallerOf(IResolveFieldContext context) => context.RequestServices!.GetRequiredService<CallerHolder>().Caller;
}
