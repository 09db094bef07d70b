using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using HnCe.Domain.Access;
using Microsoft.Extensions.DependencyInjection;

namespace HnCe.Graph.Server;

/// <summary>
/// Runs operations: pages call it in process, the HTTP endpoint for everybody else. Each operation has a scope of its own
/// with its caller in it; siblings of a query run in parallel, mutations one after the other.
/// </summary>
public sealed partial class GraphServer
{
    private readonly HnCeSchema schema;
    private readonly GraphOptions options;
    private readonly DocumentCache cache;
    private readonly DocumentReader reader;
    private readonly ErrorMask mask;
    private readonly IServiceScopeFactory scopes;
    private readonly TrustedDocuments documents;
    private readonly CostBudget budget;
    private readonly Notifier notifier;
    private readonly Executer executer = new();
    private readonly GraphQLSerializer serializer;

    internal GraphServer(IServiceProvider services)
    {
        schema = services.GetRequiredService<Modules>().Schema;
        options = services.GetRequiredService<GraphOptions>();
        cache = services.GetRequiredService<DocumentCache>();
        mask = services.GetRequiredService<ErrorMask>();
        documents = services.GetRequiredService<TrustedDocuments>();
        budget = services.GetRequiredService<CostBudget>();
        notifier = services.GetRequiredService<Notifier>();
        scopes = services.GetRequiredService<IServiceScopeFactory>();
        reader = new DocumentReader(options);
        serializer = new GraphQLSerializer(GraphJson.Options, new ErrorTexts(options));
    }

    /// <summary>The schema that operations run on.</summary>
    public ISchema Schema => schema;

    /// <summary>Whether a caller may read the schema.</summary>
    public bool MayReadSchema(Caller caller) => options.IsDevelopment || (options.IntrospectionFor is { } permission && caller.Can(permission));

    /// <summary>Runs one query or mutation for a caller.</summary>
    public async Task<GraphAnswer> RunAsync(GraphRequest request, Caller caller, CancellationToken cancel)
    {
        using var measured = GraphTelemetry.Begin();
        try
        {
            var run = Prepare(request, caller);
            measured.Names(NameOf(run), KindOf(run));
            return run.Operation.Operation == OperationType.Subscription
                ? throw GraphError.BadRequest("订阅须使用 text/event-stream 或 WebSocket（graphql-transport-ws）。")
                : measured.End(await RunPreparedAsync(run, caller, cancel));
        }
        catch (ExecutionError error)
        {
            return measured.End(Refuse(error));
        }
    }

    /// <summary>
    /// Parses and validates a document of our own and keeps it, so that its first run costs no more than the next ones.
    /// </summary>
    /// <returns>What does not fit the schema; empty when everything does.</returns>
    public async Task<IReadOnlyList<string>> PrepareAsync(string document)
    {
        try
        {
            var prepared = reader.Read(document, trusted: true);
            var result = await new DocumentValidator().ValidateAsync(new ValidationOptions { Schema = schema, Document = prepared.Document, Rules = DocumentValidator.CoreRules });
            if (result.IsValid)
            {
                cache.Keep(GraphRequest.Trusted(document), prepared);
            }

            return [.. result.Errors.Select(error => error.Message)];
        }
        catch (ExecutionError error)
        {
            return [error.Message];
        }
    }

    private async Task<GraphAnswer> RunAsync(PreparedRun run, Caller caller, CancellationToken cancel)
    {
        using var measured = Measure(run);
        return measured.End(await RunPreparedAsync(run, caller, cancel));
    }

    private async Task<GraphAnswer> RunPreparedAsync(PreparedRun run, Caller caller, CancellationToken cancel)
    {
        try
        {
            if (run.Request.IsQueryOnly && run.Operation.Operation == OperationType.Mutation)
            {
                return new GraphAnswer(new ExecutionResult(GraphError.BadRequest("GET 不能用于写操作。")), serializer) { IsWrongMethod = true };
            }

            var cost = Admit(run, caller);
            var result = await ExecuteAsync(run, caller, cancel);
            if (!result.Executed)
            {
                return Refused(result.Errors ?? []);
            }

            Keep(run);
            return Answer(run with { Cost = cost }, result);
        }
        catch (ExecutionError error)
        {
            return Refuse(error);
        }
    }

    private PreparedRun Prepare(GraphRequest sent, Caller caller)
    {
        var request = sent.IsTrusted ? sent : sent with { Query = DocumentOf(sent, options.OnlyTrustedDocuments || caller.OnlyTrustedDocuments) };
        if (string.IsNullOrWhiteSpace(request.Query))
        {
            throw GraphError.BadRequest("缺少 query。");
        }

        var known = cache.Find(request);
        var prepared = known ?? reader.Read(request.Query, request.IsTrusted);
        return new(request, prepared, OperationOf(prepared.Document, request.OperationName), IsKnown: known is not null);
    }

    // What was agreed on goes before what was sent. An unknown id with a document is one that we do not remember for the client.
    private string? DocumentOf(GraphRequest sent, bool onlyTrusted) => sent switch
    {
        { DocumentId: { } id } when documents.Find(id) is { } trusted => trusted,
        { DocumentId: not null, Query: null or "" } => throw GraphError.DocumentNotFound(),
        { Query: { Length: > 0 } text } when onlyTrusted && !documents.Has(text) => throw GraphError.DocumentNotTrusted(),
        _ => sent.Query,
    };

    private void Keep(PreparedRun run)
    {
        if (!run.IsKnown)
        {
            cache.Keep(run.Request, run.Prepared);
        }
    }

    private long Admit(PreparedRun run, Caller caller)
    {
        var request = run.Request;
        var cost = new OperationCost(schema, run.Prepared.Document, run.Operation, request.Variables).Total();
        if (request.IsTrusted)
        {
            return cost;
        }

        if (request.Variables is { } variables)
        {
            VariableGuard.Check(variables, options.Limits);
        }

        if (run.Prepared.AsksForSchema && !MayReadSchema(caller))
        {
            throw GraphError.IntrospectionDisabled();
        }

        if (cost > options.MaxCost)
        {
            throw GraphError.TooExpensive(cost, options.MaxCost);
        }

        return budget.Spend(caller, cost) is { } seconds ? throw GraphError.RateLimited(seconds) : cost;
    }

    private async Task<ExecutionResult> ExecuteAsync(PreparedRun run, Caller caller, CancellationToken cancel, SubscriptionStep? step = null)
    {
        var request = run.Request;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerHolder>().Caller = caller;
        scope.ServiceProvider.GetRequiredService<StepHolder>().Step = step;
        return await executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Document = run.Prepared.Document,
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = Read(request),
            RequestServices = scope.ServiceProvider,
            ValidationRules = run.IsKnown ? [] : ForeignRules.For(options),
            Timeout = run.Operation.Operation == OperationType.Mutation ? options.WriteTimeout : options.Timeout,
            TimeoutAction = TimeoutAction.ReturnTimeoutError,
            UnhandledExceptionDelegate = mask.MaskAsync,
            CancellationToken = cancel,
        });
    }

    private GraphAnswer Answer(PreparedRun run, ExecutionResult result)
    {
        result.Extensions ??= [];
        result.Extensions["cost"] = new { spent = run.Cost, limit = options.MaxCost };
        return new GraphAnswer(result, serializer) { Cost = run.Cost };
    }

    private Inputs? Read(GraphRequest request)
    {
        try
        {
            return request.Variables is { ValueKind: JsonValueKind.Object } variables ? serializer.ReadNode<Inputs>(variables) : null;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // Half a surrogate pair is JSON but no text.
            throw GraphError.BadRequest("variables 含有无效字符。");
        }
    }

    private GraphQLOperationDefinition OperationOf(GraphQLDocument document, string? name)
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
        var matches = string.IsNullOrEmpty(name) ? operations : operations.FindAll(operation => operation.Name?.Value == name);
        return matches is not [var operation] ? throw GraphError.BadRequest("请用 operationName 指明要执行的操作。")
            : schema.RootOf(operation.Operation) is not null ? operation
            : throw GraphError.BadRequest("不支持这种操作。");
    }

    private GraphTelemetry.Measured Measure(PreparedRun run)
    {
        var measured = GraphTelemetry.Begin();
        measured.Names(NameOf(run), KindOf(run));
        return measured;
    }

    // A name that a stranger chose would make ever new series of metrics; root fields are as many as the schema has.
    private string NameOf(PreparedRun run) => (run.Request.IsTrusted
        ? run.Operation.Name?.StringValue
        : run.Operation.SelectionSet.Selections.OfType<GraphQLField>()
            .Select(field => schema.RootOf(run.Operation.Operation)?.GetField(field.Name.Value)?.Name).FirstOrDefault(name => name is not null)) ?? "unnamed";

    private static string KindOf(PreparedRun run) => run.Operation.Operation.ToString().ToLowerInvariant();

    internal GraphAnswer Refuse(ExecutionError error) => new(new ExecutionResult(error), serializer);

    private GraphAnswer Refused(IEnumerable<ExecutionError> errors) => new(new ExecutionResult { Errors = [.. errors.Take(ForeignRules.MostErrors)] }, serializer);

    private sealed record PreparedRun(GraphRequest Request, PreparedDocument Prepared, GraphQLOperationDefinition Operation, bool IsKnown, long Cost = 0);

    /// <summary>Runs subscriptions like queries: each event is a run of its own.</summary>
    private sealed class Executer : DocumentExecuter
    {
        protected override IExecutionStrategy SelectExecutionStrategy(GraphQL.Execution.ExecutionContext context) =>
            context.Operation.Operation == OperationType.Subscription ? ParallelExecutionStrategy.Instance : base.SelectExecutionStrategy(context);
    }
}
