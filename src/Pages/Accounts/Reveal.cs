using HnCe.Pages.Hosting;

namespace HnCe.Pages.Accounts;

/// <summary>查看完整身份证号码: asks for one person's full ID number, for a reason; shown once, in the answer to the form. Source: RULES on masking, SEC-E5.</summary>
internal static class Reveal
{
    private const string Document = "Accounts/Reveal.graphql";

    /// <summary>The number, or why not.</summary>
    public static async Task<(string? IdNumber, IReadOnlyList<UserError> Errors)> RevealAsync(this GraphClient graph, string professional, string? reason)
    {
        var answer = (await graph.AskAsync<RevealAnswer>(Document, "Reveal", new { professional, reason = reason ?? "" })).RevealIdNumber;
        return (answer.IdNumber, answer.UserErrors);
    }

    private sealed record RevealAnswer(RevealPayload RevealIdNumber);

    private sealed record RevealPayload(string? IdNumber, IReadOnlyList<UserError> UserErrors);
}

/// <summary>What the form 查看完整身份证号码 needs.</summary>
/// <param name="Action">Address that takes it.</param>
/// <param name="Revealed">The number, in the answer to the form only.</param>
public sealed record RevealForm(string Action, string? Revealed);
