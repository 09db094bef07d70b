using System.Security.Cryptography;
using System.Text;

namespace HnCe.Domain.Audit;

/// <summary>An entity whose every change leaves an audit entry.</summary>
public interface IAudited
{
    /// <summary>What it is called in the log, for example <c>Declaration:42</c>.</summary>
    string AuditSubject { get; }
}

/// <summary>
/// One line of the append-only log: who did what to what, when, from where, with the state before and after.
/// Each line carries the hash of the line before it, so a changed, removed or reordered line is found. Source: GEN-10.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>Place in the chain, counted from 1 without gaps.</summary>
    public long Sequence { get; internal set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; internal init; }

    /// <summary>The write that it belongs to.</summary>
    public Guid ChangeId { get; internal init; }

    /// <summary>Name of the use case, for example <c>ForwardDeclarations</c>.</summary>
    public string Action { get; internal init; } = "";

    /// <summary>Key of the account; null for visitors and the program itself.</summary>
    public long? AccountId { get; internal init; }

    /// <summary>Name of the person at that time.</summary>
    public string Actor { get; internal init; } = "";

    /// <summary>Role at that time.</summary>
    public string? Role { get; internal init; }

    /// <summary>Key of the organization at that time.</summary>
    public long? OrganizationId { get; internal init; }

    /// <summary>Network address of the request.</summary>
    public string Address { get; internal init; } = "";

    /// <summary>What was written, for example <c>Declaration:42</c>.</summary>
    public string Subject { get; internal init; } = "";

    /// <summary>What changed, as JSON; personal data never appears.</summary>
    public string Detail { get; internal init; } = "";

    /// <summary>Hash of the line before.</summary>
    public string PreviousHash { get; internal set; } = "";

    /// <summary>Hash of this line.</summary>
    public string Hash { get; internal set; } = "";

    /// <summary>The hash that this line must have.</summary>
    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f',
        Sequence, At.Ticks, ChangeId, Action, AccountId, Actor, Role, OrganizationId, Address, Subject, Detail, PreviousHash))));
}

/// <summary>The end of the chain: one row, whose lock makes concurrent writers keep one chain.</summary>
public sealed class AuditHead
{
    /// <summary>The only key.</summary>
    public const int OnlyId = 1;

    /// <summary>Key.</summary>
    public int Id { get; internal set; } = OnlyId;

    /// <summary>Sequence of the last line.</summary>
    public long Sequence { get; internal set; }

    /// <summary>Hash of the last line.</summary>
    public string Hash { get; internal set; } = "";
}
