using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using HnCe.Domain.Data.Providers.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace HnCe.Graph.Tests.Data;

/// <summary>Keeps the expression of every query and set-based statement that is compiled.</summary>
internal sealed class QueryLog : IQueryExpressionInterceptor
{
    private readonly ConcurrentQueue<Expression> _expressions = new();

    public IReadOnlyList<Expression> Expressions => [.. _expressions];

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        _expressions.Enqueue(queryExpression);
        return queryExpression;
    }
}

/// <summary>Translates expressions of another provider's model for SQL Server, without a server.</summary>
internal sealed class SqlServerTranslation : ExpressionVisitor, IDisposable
{
    private readonly List<string> _texts = [];
    private readonly SqlServerDbContext _db;
    private readonly IQueryProvider _provider;

    public SqlServerTranslation()
    {
        _db = new(new DbContextOptionsBuilder<SqlServerDbContext>().UseSqlServer("Server=nowhere;Database=hnce")
            .AddInterceptors(new NoConnection(), new Listener(_texts)).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);
        _provider = _db.GetService<IAsyncQueryProvider>();
    }

    public string TextOf(Expression expression)
    {
        var translated = Visit(expression);
        _texts.Clear();
        try
        {
            if (typeof(IQueryable).IsAssignableFrom(translated.Type))
            {
                _ = _provider.CreateQuery(translated).Cast<object?>().Count();
            }
            else
            {
                _ = typeof(IQueryProvider).GetMethods().Single(method => method is { Name: nameof(IQueryProvider.Execute), IsGenericMethod: true })
                    .MakeGenericMethod(translated.Type).Invoke(_provider, [translated]);
            }
        }
        catch (Heard)
        {
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is Heard)
        {
        }

        return _texts.Single();
    }

    public void Dispose() => _db.Dispose();

    protected override Expression VisitExtension(Expression node) => node switch
    {
        EntityQueryRootExpression root => new EntityQueryRootExpression((IAsyncQueryProvider)_provider, _db.Model.FindEntityType(root.EntityType.Name)!),
        QueryParameterExpression parameter => Expression.Constant(Sample(parameter.Type), parameter.Type),
        _ => base.VisitExtension(node),
    };

    private static object Sample(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var item = plain.IsArray ? plain.GetElementType() : plain.IsGenericType && typeof(System.Collections.IEnumerable).IsAssignableFrom(plain) ? plain.GetGenericArguments()[0] : null;
        if (item is null || plain == typeof(byte[]))
        {
            return plain == typeof(string) ? "文" : plain == typeof(byte[]) ? new byte[] { 1 } : Activator.CreateInstance(plain)!;
        }

        var items = Array.CreateInstance(item, 2);
        items.SetValue(Sample(item), 0);
        items.SetValue(Sample(item), 1);
        return plain.IsArray || plain.IsInterface ? items : Activator.CreateInstance(plain, items)!;
    }

    /// <summary>Ends a run once its text is known.</summary>
    private sealed class Heard : Exception;

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();
    }

    private sealed class Listener(List<string> texts) : DbCommandInterceptor
    {
        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            texts.Add(command.CommandText);
            throw new Heard();
        }

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            texts.Add(command.CommandText);
            throw new Heard();
        }
    }
}
