using System.Text.Json;
using HnCe.Domain.Access;

namespace HnCe.Pages.Hosting;

/// <summary>Refusals of the few steps that happen before the graph (sign-in, upload), in the words of the graph.</summary>
public static class UserErrors
{
    public static IReadOnlyList<UserError> Of(IEnumerable<Refusal> refusals) =>
        [.. refusals.Select(refusal => new UserError(JsonNamingPolicy.SnakeCaseUpper.ConvertName(refusal.Code.ToString()), refusal.Message, refusal.Path))];
}
