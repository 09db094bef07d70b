using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Graph.Server;

namespace HnCe.Graph.Accounts;

/// <summary>What came of ending all sessions.</summary>
public sealed class EndSessionsPayload : Payload;

[MutationType]
internal static class SessionMutations
{
    /// <summary>Ends all sessions and all tokens of one's own account, this one too. 退出所有设备. ACC-04, SEC-B9.</summary>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.UseOwnAccount)]
    public static async Task<EndSessionsPayload> EndSessions([FromServices] EndSessions useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(cancel)).To(_ => new EndSessionsPayload());
}
