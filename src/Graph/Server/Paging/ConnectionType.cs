using GraphQL.Resolvers;
using GraphQL.Types;
using HnCe.Domain.Data;

namespace HnCe.Graph.Server;

internal interface IPagingType;

/// <summary>One page of a list of views: a Relay connection made from a <see cref="Page{T}"/>.</summary>
/// <typeparam name="TView">The view.</typeparam>
internal sealed class ConnectionType<TView> : ObjectGraphType<Page<TView>>, IPagingType
{
    public ConnectionType()
    {
        var view = ViewNames.Of(typeof(TView));
        Name = $"{view}Connection";
        Description = $"One page of a list of {view}. GEN-05.";
        Add<NonNullGraphType<ListGraphType<NonNullGraphType<EdgeType<TView>>>>>("edges", "Rows with their cursors.", page => page.Rows);
        Add<NonNullGraphType<ListGraphType<NonNullGraphType<GraphQLClrOutputTypeReference<TView>>>>>("nodes", "Rows without cursors.", page => page.Rows.Select(row => row.Value).ToList());
        Add<NonNullGraphType<PageInfoType>>("pageInfo", "Whether and where the list goes on.", PageInfo.Of);
        Add<NonNullGraphType<IntGraphType>>("totalCount", $"Rows in the whole list, counted up to {Page<TView>.CountCap + 1}: more than {Page<TView>.CountCap} means “{Page<TView>.CountCap}+”. Costs one more statement.", page => page.Total);
    }

    private void Add<TGraph>(string name, string description, Func<Page<TView>, object?> read)
        where TGraph : IGraphType => AddField(new FieldType
        {
            Name = name,
            Description = description,
            Type = typeof(TGraph),
            Resolver = new FuncFieldResolver<Page<TView>, object?>(context => read(context.Source)),
        });
}

/// <summary>A row of a page and its cursor.</summary>
/// <typeparam name="TView">The view.</typeparam>
internal sealed class EdgeType<TView> : ObjectGraphType<PageRow<TView>>, IPagingType
{
    public EdgeType()
    {
        var view = ViewNames.Of(typeof(TView));
        Name = $"{view}Edge";
        Description = $"A row of a page of {view} and its cursor. GEN-05.";
        AddField(new FieldType
        {
            Name = "cursor",
            Description = "Opaque; pass it as after or before to continue. Bound to its list and order.",
            Type = typeof(NonNullGraphType<StringGraphType>),
            Resolver = new FuncFieldResolver<PageRow<TView>, string>(context => context.Source.Cursor),
        });
        AddField(new FieldType
        {
            Name = "node",
            Description = "The row.",
            Type = typeof(NonNullGraphType<GraphQLClrOutputTypeReference<TView>>),
            Resolver = new FuncFieldResolver<PageRow<TView>, object>(context => context.Source.Value),
        });
    }
}

internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor)
{
    public static PageInfo Of<TView>(Page<TView> page) =>
        new(page.HasNext, page.HasPrevious, page.Rows.FirstOrDefault()?.Cursor, page.Rows.LastOrDefault()?.Cursor);
}

internal sealed class PageInfoType : ObjectGraphType<PageInfo>
{
    public PageInfoType()
    {
        Name = "PageInfo";
        Description = "Whether and where a list goes on. GEN-05.";
        Field(info => info.HasNextPage).Description("Whether rows follow.");
        Field(info => info.HasPreviousPage).Description("Whether rows precede.");
        Field(info => info.StartCursor, nullable: true).Description("Cursor of the first row; null on an empty page.");
        Field(info => info.EndCursor, nullable: true).Description("Cursor of the last row; null on an empty page.");
    }
}
