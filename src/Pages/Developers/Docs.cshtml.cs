using HnCe.Graph.Server;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Developers;

/// <summary>接口文档: the whole schema on one page, made from the running schema, so that the browser's search finds everything. Source: GRAPH-13.</summary>
public sealed class DocsModel(SchemaDocs docs) : PageModel
{
    private static readonly (DocKind Kind, string Title)[] Titles =
    [
        (DocKind.Query, "查询"), (DocKind.Mutation, "变更"), (DocKind.Object, "对象"), (DocKind.Interface, "接口类型"), (DocKind.Union, "联合"),
        (DocKind.Input, "输入"), (DocKind.Enum, "枚举"), (DocKind.Scalar, "标量"),
    ];

    /// <summary>The parts of the page that there are types for.</summary>
    public IEnumerable<(string Title, string Anchor, IReadOnlyList<DocType> Types)> Parts =>
        from part in Titles
        let types = docs.Types.Where(type => type.Kind == part.Kind).ToList()
        where types.Count > 0
        select (part.Title, part.Kind.ToString().ToLowerInvariant(), (IReadOnlyList<DocType>)types);

    /// <summary>Codes of refusals, that is of <c>userErrors</c>.</summary>
    public DocType Refusals => docs.Types.Single(type => type.Name == "RefusalCode");

    /// <summary>Codes of top-level errors.</summary>
    public IReadOnlyList<DocMember> Errors => docs.Errors;

    /// <summary>What a part begins with: its types, or the fields of its only one.</summary>
    public static IEnumerable<(string Anchor, string Name)> IndexOf(IReadOnlyList<DocType> types) => types is [var only]
        ? only.Members.Select(member => ($"{only.Name}.{member.Name}", member.Name))
        : types.Select(type => (type.Name, type.Name));

    /// <summary>Who may, in words.</summary>
    public static string RolesOf(DocAccess access) => access.Permissions.Count == 0 ? "所有人，访客也可以"
        : string.Join("、", access.Roles.Select(role => GraphFrame.RoleLabels[role]));
}
