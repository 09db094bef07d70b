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
public sealed class GraphServer
{
    private readonly HnCeSchema schema;
    private readonly GraphOptions options;
    private readonly DocumentCache cache;
    private readonly DocumentReader reader;
    private readonly ErrorMask mask;
    private readonly IServiceScopeFactory scopes;
    private readonly DocumentExecuter executer = new();
    private readonly GraphQLSerializer serializer;

    internal GraphServer(IServiceProvider services)
    {
        schema = services.GetRequiredService<HnCeSchema>();
        options = services.GetRequiredService<GraphOptions>();
        cache = services.GetRequiredService<DocumentCache>();
        mask = services.GetRequiredService<ErrorMask>();
        scopes = services.GetRequiredService<IServiceScopeFactory>();
        reader = new DocumentReader(options);
        serializer = new GraphQLSerializer(GraphJson.Options, new ErrorTexts(options));
    }

    /// <summary>The schema that operations run on.</summary>
    public ISchema Schema => schema;

    /// <summary>Whether a caller may read the schema.</summary>
    public bool MayReadSchema(Caller caller) => options.IsDevelopment || (options.IntrospectionFor is { } permission && caller.Can(permission));

    /// <summary>Runs one operation for a caller.</summary>
    public async Task<GraphAnswer> RunAsync(GraphRequest request, Caller caller, CancellationToken cancel)
    {
        using var measured = GraphTelemetry.Begin();
        try
        {
            return measured.End(await RunPreparedAsync(request, caller, measured, cancel));
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

    private async Task<GraphAnswer> RunPreparedAsync(GraphRequest request, Caller caller, GraphTelemetry.Measured measured, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(request.Query))
        {
            throw GraphError.BadRequest("缺少 query。");
        }

        var known = cache.Find(request);
        var prepared = known ?? reader.Read(request.Query, request.IsTrusted);
        var operation = OperationOf(prepared.Document, request.OperationName);
        measured.Names(NameOf(request, operation), operation.Operation == OperationType.Mutation ? "mutation" : "query");
        if (request.IsQueryOnly && operation.Operation != OperationType.Query)
        {
            return new GraphAnswer(new ExecutionResult(GraphError.BadRequest("GET 只能用于查询。")), serializer) { IsWrongMethod = true };
        }

        var cost = Admit(request, prepared, operation, caller);
        var result = await ExecuteAsync(request, prepared, operation.Operation == OperationType.Mutation ? options.WriteTimeout : options.Timeout, isKnown: known is not null, caller, cancel);
        if (!result.Executed)
        {
            return new GraphAnswer(new ExecutionResult { Errors = [.. (result.Errors ?? []).Take(ForeignRules.MostErrors)] }, serializer);
        }

        if (known is null)
        {
            cache.Keep(request, prepared);
        }

        result.Extensions ??= [];
        result.Extensions["cost"] = new { spent = cost, limit = options.MaxCost };
        return new GraphAnswer(result, serializer) { Cost = cost };
    }

    private long Admit(GraphRequest request, PreparedDocument prepared, GraphQLOperationDefinition operation, Caller caller)
    {
        var cost = new OperationCost(schema, prepared.Document, operation, request.Variables).Total();
        if (request.IsTrusted)
        {
            return cost;
        }

        if (request.Variables is { } variables)
        {
            VariableGuard.Check(variables, options.Limits);
        }

        if (prepared.AsksForSchema && !MayReadSchema(caller))
        {
            throw GraphError.IntrospectionDisabled();
        }

        return cost <= options.MaxCost ? cost : throw GraphError.TooExpensive(cost, options.MaxCost);
    }

    private async Task<ExecutionResult> ExecuteAsync(
        GraphRequest request, PreparedDocument prepared, TimeSpan timeout, bool isKnown, Caller caller, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerHolder>().Caller = caller;
        return await executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Document = prepared.Document,
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = Read(request),
            RequestServices = scope.ServiceProvider,
            ValidationRules = isKnown ? [] : ForeignRules.For(options),
            Timeout = timeout,
            TimeoutAction = TimeoutAction.ReturnTimeoutError,
            UnhandledExceptionDelegate = mask.MaskAsync,
            CancellationToken = cancel,
        });
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
            : operation.Operation == OperationType.Query || (operation.Operation == OperationType.Mutation && schema.Mutation is not null) ? operation
            : throw GraphError.BadRequest("不支持这种操作。");
    }

    // A name that a stranger chose would make ever new series of metrics; root fields are as many as the schema has.
    private string NameOf(GraphRequest request, GraphQLOperationDefinition operation) => (request.IsTrusted
        ? operation.Name?.StringValue
        : operation.SelectionSet.Selections.OfType<GraphQLField>()
            .Select(field => (operation.Operation == OperationType.Mutation ? schema.Mutation : schema.Query)?.GetField(field.Name.Value)?.Name).FirstOrDefault(name => name is not null)) ?? "unnamed";

    private GraphAnswer Refuse(ExecutionError error) => new(new ExecutionResult(error), serializer);
}
