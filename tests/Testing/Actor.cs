using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Graph.Server;
using Microsoft.Extensions.DependencyInjection;

namespace HnCe.Testing;

/// <summary>Somebody of a <see cref="Testing.World"/> who asks documents, runs use cases and signs in.</summary>
/// <param name="World">Where.</param>
/// <param name="Caller">As whom.</param>
/// <param name="Person">Who; null for a visitor.</param>
/// <param name="OrganizationCode">组织机构代码 to sign in with; null for roles without.</param>
/// <param name="FileId">Key of a proof that he uploaded; 0 for those who need none.</param>
public sealed record Actor(World World, Caller Caller, MadeUpPerson? Person = null, string? OrganizationCode = null, long FileId = 0)
{
    /// <summary>Global id of the professional.</summary>
    public string ProfessionalId => GlobalId.Encode("Professional", Caller.ProfessionalId!.Value);

    /// <summary>Global id of the uploaded proof.</summary>
    public string File => GlobalId.Encode("Attachment", FileId);

    /// <summary>Asks a document of our own, in process, as a page does.</summary>
    public async Task<Reply> AskAsync(string document, object? variables = null, string? operation = null)
    {
        var answer = await World.Graph.RunAsync(GraphRequest.Trusted(document, variables, operation), Caller, CancellationToken.None);
        return new(await answer.ToJsonAsync(CancellationToken.None));
    }

    /// <summary>Asks a document that came from outside: limits and costs hold.</summary>
    public async Task<Reply> AskAsStrangerAsync(string document, object? variables = null)
    {
        var request = new GraphRequest(document, null, variables is null ? null : JsonSerializer.SerializeToElement(variables, GraphJson.Options));
        return new(await (await World.Graph.RunAsync(request, Caller, CancellationToken.None)).ToJsonAsync(CancellationToken.None));
    }

    /// <summary>Asks, and insists that nothing was refused.</summary>
    public async Task<Reply> MustAsync(string document, object? variables = null) => (await AskAsync(document, variables)).Succeeded();

    /// <summary>Runs a use case or a reader in a scope of its own.</summary>
    public async Task<T> RunAsync<TService, T>(Func<TService, Task<T>> run)
        where TService : notnull
    {
        await using var scope = World.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerHolder>().Caller = Caller;
        return await run(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Runs one write, and insists that it succeeds.</summary>
    public Task<T> WriteAsync<T>(Func<UnitOfWork, WriteContext, Task<T>> body) => RunAsync<UnitOfWork, T>(async work =>
    {
        var outcome = await work.RunAsync<T>(nameof(World), async write => await body(work, write), CancellationToken.None);
        return outcome.IsRefused ? throw new InvalidOperationException(string.Join("; ", outcome.Refusals)) : outcome.Value!;
    });

    /// <summary>What this person types to sign in.</summary>
    public Credentials Credentials => new()
    {
        UserType = Caller.Role!.Value,
        OrganizationCode = OrganizationCode,
        IdNumber = Person!.IdNumber,
        Password = MadeUpPerson.Password,
        CaptchaAnswer = HnCeApplication.CaptchaAnswer,
    };
}
