using System.Globalization;
using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Audit;
using HnCe.Domain.Data;
using HnCe.Graph.Server;

namespace HnCe.Graph.Audit;

/// <summary>One line of the append-only log. 审计日志. GEN-10.</summary>
[Name("AuditEntry")]
public sealed class AuditEntryView
{
    /// <summary>Place in the chain.</summary>
    [Ignore]
    public long Place { get; init; }

    /// <summary>Place in the chain, counted from 1 without gaps; a number too long for Int, so as text. 序号.</summary>
    public string Sequence => Place.ToString(CultureInfo.InvariantCulture);

    /// <summary>When, UTC. 时间.</summary>
    public DateTime At { get; init; }

    /// <summary>Name of the use case. 动作.</summary>
    public string Action { get; init; } = "";

    /// <summary>Name of the person at that time. 用户.</summary>
    public string Actor { get; init; } = "";

    /// <summary>Role at that time; null for visitors and the program itself. 用户类型.</summary>
    public string? Role { get; init; }

    /// <summary>Network address of the request. 地址.</summary>
    public string Address { get; init; } = "";

    /// <summary>What was written, for example Declaration:42. 对象.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What changed, as JSON without personal data. 内容.</summary>
    public string Detail { get; init; } = "";

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<AuditEntry, AuditEntryView>> Shape = e => new()
    {
        Place = e.Sequence,
        At = e.At,
        Action = e.Action,
        Actor = e.Actor,
        Role = e.Role,
        Address = e.Address,
        Subject = e.Subject,
        Detail = e.Detail,
    };
}

[QueryType]
internal static class AuditQueries
{
    /// <summary>Lines of the audit log, newest first. 审计日志. GEN-10.</summary>
    /// <param name="subject">Only about this, for example Declaration:42. 对象.</param>
    /// <param name="action">Only of this use case. 动作.</param>
    /// <param name="actor">Part of the name of the person at that time. 用户.</param>
    /// <param name="from">First day, in China. 时间.</param>
    /// <param name="to">Last day, in China. 时间.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="audit">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ViewAudit)]
    public static Task<Page<AuditEntryView>> AuditEntries(
        string? subject, string? action, string? actor, DateOnly? from, DateOnly? to, PageRequest page, Selected<AuditEntry, AuditEntryView> selected, [FromServices] AuditReader audit, CancellationToken cancel) =>
        audit.ListAsync(new() { Subject = subject, Action = action, Actor = actor, From = from, To = to }, page, selected.Shape, cancel);
}
