using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;

namespace HnCe.Pages.ReferenceData;

/// <summary>A picker of a list that the graph gives as a whole, flat or a tree: by part of the name, or within a top entry. Source: PIC-01.</summary>
public abstract class PickTreePage : PickPage
{
    private const int Deepest = 5;

    /// <summary>Code of the entry within which is looked.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Within { get; set; }

    /// <summary>What is picked, in the words of the manual.</summary>
    public string What { get; protected set; } = "";

    /// <summary>Head of the column that names the entry above.</summary>
    public virtual string AboveLabel => "上级分类";

    /// <summary>The top entries, where the list is a tree.</summary>
    public IReadOnlyList<Choice> Tops { get; private set; } = [];

    public PickedRows<TreeRow> Found { get; private set; } = null!;

    /// <summary>What stands in the field once a row is chosen.</summary>
    protected virtual string TextOf(string name, string? above) => name;

    protected void Show(IReadOnlyList<TreeNode> all)
    {
        var byCode = all.ToDictionary(one => one.Code);
        var isTree = all.Any(one => byCode.ContainsKey(one.ParentCode ?? ""));
        Tops = isTree ? [.. all.Where(one => !byCode.ContainsKey(one.ParentCode ?? "")).Select(one => new Choice(one.Code, one.Name))] : [];
        var rows = all.Where(one => Within is null || IsWithin(one, byCode)).Select(one => (one, above: byCode.GetValueOrDefault(one.ParentCode ?? "")?.Name))
            .Select(pair => new TreeRow(pair.one.Code, pair.one.Name, pair.above, TextOf(pair.one.Name, pair.above)));
        Found = Cut([.. rows.Where(row => row.Text.Contains(Query?.Trim() ?? "", StringComparison.OrdinalIgnoreCase))]);
    }

    private bool IsWithin(TreeNode? one, Dictionary<string, TreeNode> byCode)
    {
        for (var depth = 0; one is not null && depth < Deepest; depth++)
        {
            if (one.Code == Within)
            {
                return true;
            }

            one = byCode.GetValueOrDefault(one.ParentCode ?? "");
        }

        return false;
    }
}

/// <summary>An entry as the graph answers it.</summary>
public sealed record TreeNode(string Code, string Name, string? ParentCode);

/// <summary>An entry as the picker shows it.</summary>
public sealed record TreeRow(string Code, string Name, string? Above, string Text);
