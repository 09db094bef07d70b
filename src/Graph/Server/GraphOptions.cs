using System.Reflection;
using HnCe.Domain.Access;

namespace HnCe.Graph.Server;

/// <summary>Settings of the graph server.</summary>
public sealed class GraphOptions
{
    /// <summary>Assemblies whose feature classes make the schema; the graph assembly itself, unless a test says otherwise.</summary>
    public IList<Assembly> Modules { get; } = [typeof(GraphOptions).Assembly];

    /// <summary>Development: the schema is open and errors make suggestions.</summary>
    public bool IsDevelopment { get; set; }

    /// <summary>Who may read the schema outside Development; null for nobody.</summary>
    public Permission? IntrospectionFor { get; set; } = Permission.UseOwnAccount;

    /// <summary>How large a foreign document may be.</summary>
    public DocumentLimits Limits { get; set; } = new();

    /// <summary>The most that one operation may cost. Source: SECURITY C1.</summary>
    public int MaxCost { get; set; } = 5000;

    /// <summary>When an operation is ended, its SQL too. Source: SECURITY C9.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>When a mutation is ended and undone: long enough to decide everything that waits. Source: SECURITY C9, REV-04.</summary>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How many foreign documents are remembered parsed and validated.</summary>
    public int CachedDocuments { get; set; } = 1000;

    /// <summary>The longest body of a request, and message of a socket, in bytes.</summary>
    public int MaxBodyBytes { get; set; } = 100 * 1024;

    /// <summary>What one account, one program of an organization, or the visitors of one address may spend in a minute on one instance; 0 for any amount. Pages spend nothing.</summary>
    public int CostPerMinute { get; set; } = 200_000;

    /// <summary>Operations that one request may bring as an array; 0 for none: batches are off.</summary>
    public int BatchSize { get; set; }

    /// <summary>File of trusted documents; none without it.</summary>
    public string? TrustedDocuments { get; set; }

    /// <summary>Accepts nothing but trusted documents from outside. Pages are no outside.</summary>
    public bool OnlyTrustedDocuments { get; set; }

    /// <summary>Event streams and sockets that one account, or one program of an organization, may have open on one instance.</summary>
    public int ConnectionsPerAccount { get; set; } = 20;

    /// <summary>Event streams and sockets that one address may have open on one instance: a whole school may share one.</summary>
    public int ConnectionsPerAddress { get; set; } = 500;

    /// <summary>Operations that may be under way on one socket.</summary>
    public int OperationsPerSocket { get; set; } = 20;

    /// <summary>How long a socket may stay open without <c>connection_init</c>.</summary>
    public TimeSpan InitTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
