using System.Diagnostics;
using System.Linq.Expressions;
using System.Text.Json;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Graph.Accounts;
using HnCe.Graph.Declarations;
using HnCe.Graph.Organizations;
using HnCe.Graph.Server;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Benchmarks;

/// <summary>What an operation spends up to one of its layers.</summary>
internal sealed record StepFigure(string Operation, string Name, double Microseconds, double Bytes);

/// <summary>Runs an operation up to each layer, one after the other, without HTTP and client.</summary>
internal sealed class Steps(World world, Server server)
{
    private const int Times = 3000;

    private static readonly Expression<Func<Declaration, DeclarationView>> Waiting = d => new()
    {
        Key = d.Id,
        DetailsJson = d.Details,
        TypeVersion = d.TypeVersion,
        Title = d.Title,
        CreditYear = d.CreditYear,
        ClaimedHours = d.ClaimedHours,
        ForwardedAt = d.ForwardedAt,
        Professional = new() { Key = d.Professional.Id, PersonHash = d.Professional.PersonHash, IdNumberSealed = d.Professional.IdNumberSealed, TitleLevelCode = d.Professional.Data.TitleLevel, Name = d.Professional.Name, TitleName = d.Professional.Data.TitleName },
        Employer = new EmployerView { Key = d.Employer.Id, Name = d.Employer.Name, Code = d.Employer.OrgCode },
    };

    private static readonly Expression<Func<Professional, ProfessionalView>> Person = p => new()
    {
        Key = p.Id,
        PersonHash = p.PersonHash,
        IdNumberSealed = p.IdNumberSealed,
        TitleLevelCode = p.Data.TitleLevel,
        Name = p.Name,
        TitleName = p.Data.TitleName,
        Employer = new EmployerView { Key = p.Employer.Id, Name = p.Employer.Name, Code = p.Employer.OrgCode },
    };

    private readonly Bureau _bureau = world.Bureaus[0];

    /// <summary>All steps of Q1 and Q2.</summary>
    public async Task<List<StepFigure>> RunAsync()
    {
        var caller = world.Callers[_bureau.Account];
        var factory = server.Services.GetRequiredService<IDbContextFactory<HnCeDbContext>>();
        var people = new PeopleReader(factory, caller, server.Services.GetRequiredService<SecretBox>(), TimeProvider.System);
        var declarations = new DeclarationReader(factory, caller);
        var filter = new DeclarationFilter { SentToUs = true, Statuses = [DeclarationStatus.UnderReview] };
        var id = _bureau.People[0];
        return
        [
            await OfAsync("Q1", "by hand", () => ByHandAsync(json => server.RawReads.PersonAsync(id, _bureau.City, json))),
            await OfAsync("Q1", "reader of the person", async () => await people.FindAsync([id], Person, default)),
            await OfAsync("Q1", "graph, not written", async () => await AskAsync("Q1", new { id = GlobalId.Encode("Professional", id) })),
            await OfAsync("Q1", "graph, written", async () => await (await AskAsync("Q1", new { id = GlobalId.Encode("Professional", id) })).WriteAsync(Stream.Null, default)),
            await OfAsync("Q2", "by hand", () => ByHandAsync(json => server.RawReads.WaitingAsync(_bureau.Organization, null, json))),
            await OfAsync("Q2", "reader", async () => await declarations.ListAsync(filter, DeclarationOrder.OldestForwardedFirst, new(20), Waiting, default)),
            await OfAsync("Q2", "graph, not written", async () => await AskAsync("Q2", new { })),
            await OfAsync("Q2", "graph, written", async () => await (await AskAsync("Q2", new { })).WriteAsync(Stream.Null, default)),
        ];
    }

    private Task<GraphAnswer> AskAsync(string name, object variables) =>
        server.Services.GetRequiredService<GraphServer>().RunAsync(GraphRequest.Trusted(Documents.ByName[name], variables), world.Callers[_bureau.Account], default);

    private static async Task ByHandAsync(Func<Utf8JsonWriter, Task> write)
    {
        await using var json = new Utf8JsonWriter(Stream.Null);
        json.WriteStartObject();
        await write(json);
        json.WriteEndObject();
    }

    private static async Task<StepFigure> OfAsync(string operation, string name, Func<Task> run)
    {
        for (var i = 0; i < Times; i++)
        {
            await run();
        }

        using var self = Process.GetCurrentProcess();
        var (cpu, bytes) = (self.TotalProcessorTime, GC.GetTotalAllocatedBytes());
        for (var i = 0; i < Times; i++)
        {
            await run();
        }

        self.Refresh();
        return new(operation, name, (self.TotalProcessorTime - cpu).TotalMicroseconds / Times, (double)(GC.GetTotalAllocatedBytes() - bytes) / Times);
    }
}
