using System.Diagnostics;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using HnCe.Domain.Data;
using Microsoft.Extensions.Logging;

namespace HnCe.Graph.Server;

/// <summary>Turns exceptions into errors that a client may read, and logs what it hides.</summary>
internal sealed partial class ErrorMask(ILogger<ErrorMask> logger)
{
    public Task MaskAsync(UnhandledExceptionContext context)
    {
        context.Exception = Mask(context.Exception, context.FieldContext?.FieldDefinition.Name ?? "");
        return Task.CompletedTask;
    }

    public GraphError Mask(Exception exception, string field)
    {
        if (exception is BadCursorException)
        {
            return GraphError.BadCursor();
        }

        if (exception is CursorTooOldException)
        {
            return GraphError.CursorTooOld();
        }

        var trace = Activity.Current?.TraceId.ToString() ?? Guid.NewGuid().ToString("N");
        Failed(exception, field, trace);
        return GraphError.Internal(trace);
    }

    [LoggerMessage(LogLevel.Error, "Field {Field} failed, trace {Trace}")]
    private partial void Failed(Exception exception, string field, string trace);
}

/// <summary>Writes errors with codes of the closed list only, never with names of exception types.</summary>
internal sealed class ErrorTexts(GraphOptions options) : IErrorInfoProvider
{
    private const string Suggestion = " Did you mean";

    public GraphQL.Execution.ErrorInfo GetInfo(ExecutionError executionError) => new()
    {
        Message = MessageOf(executionError),
        Extensions = new Dictionary<string, object?>(executionError is GraphError ? executionError.Extensions ?? [] : []) { ["code"] = CodeOf(executionError) },
    };

    public static string CodeOf(ExecutionError error) => error switch
    {
        GraphError => error.Code!,
        SyntaxError => ErrorCodes.ParseFailed,
        ValidationError => ErrorCodes.ValidationFailed,
        TimeoutError => ErrorCodes.Timeout,
        RequestError => ErrorCodes.BadRequest,
        _ => ErrorCodes.Internal,
    };

    private string MessageOf(ExecutionError error)
    {
        if (error is UnhandledError)
        {
            return "系统繁忙，请稍后重试。";
        }

        var suggestion = options.IsDevelopment ? -1 : error.Message.IndexOf(Suggestion, StringComparison.Ordinal);
        return suggestion < 0 ? error.Message : error.Message[..suggestion];
    }
}
