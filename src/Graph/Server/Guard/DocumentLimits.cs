namespace HnCe.Graph.Server;

/// <summary>How large a foreign document may be. The standard introspection query fits. Source: SECURITY C1, C7.</summary>
public sealed record DocumentLimits
{
    /// <summary>Characters of the document.</summary>
    public int Characters { get; init; } = 20_000;

    /// <summary>Fields of an operation, with fragments spread out.</summary>
    public int Fields { get; init; } = 1_500;

    /// <summary>Aliases of an operation, with fragments spread out.</summary>
    public int Aliases { get; init; } = 30;

    /// <summary>Directives in the document.</summary>
    public int Directives { get; init; } = 50;

    /// <summary>Fragments in the document.</summary>
    public int Fragments { get; init; } = 40;

    /// <summary>Operations in the document.</summary>
    public int Operations { get; init; } = 20;

    /// <summary>Variables of an operation.</summary>
    public int Variables { get; init; } = 100;

    /// <summary>How often one selection may name the same response key.</summary>
    public int SameKey { get; init; } = 5;

    /// <summary>Fields below one another.</summary>
    public int Depth { get; init; } = 17;

    /// <summary>Brackets below one another; keeps the parser from deep recursion.</summary>
    public int Nesting { get; init; } = 64;

    /// <summary>Items of a list and fields of an object, in the document or its variables.</summary>
    public int Items { get; init; } = 500;

    /// <summary>Values in the variables altogether.</summary>
    public int Values { get; init; } = 10_000;
}
