using HnCe.Pages.Hosting;

namespace HnCe.Pages.Audit;

/// <summary>历史 of one thing: its latest lines of the audit log, for the pages that keep it. Source: GEN-10.</summary>
public static class History
{
    /// <summary>The twenty latest lines, newest first.</summary>
    public static async Task<IReadOnlyList<AuditLine>> HistoryAsync(this GraphClient graph, string subject) =>
        (await graph.AskAsync<HistoryAnswer>("Audit/History.graphql", "History", new { subject })).AuditEntries.Nodes;

    private sealed record HistoryAnswer(HistoryLines AuditEntries);

    private sealed record HistoryLines(IReadOnlyList<AuditLine> Nodes);
}
