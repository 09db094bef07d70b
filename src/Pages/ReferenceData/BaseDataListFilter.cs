using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HnCe.Pages.ReferenceData;

/// <summary>What a list of bureaus or departments is narrowed by, as the address says it. Source: S-SYS-03, S-SYS-04.</summary>
public sealed class BaseDataListFilter
{
    public string? Name { get; set; }

    public string? Region { get; set; }

    public string? State { get; set; }

    /// <summary>What the select of regions offers.</summary>
    [BindNever]
    public IReadOnlyList<Choice> Regions { get; set; } = [];

    public IReadOnlyList<Chip> Chips =>
    [
        .. new (string? Value, Chip Chip)[]
        {
            (Name, new($"名称：{Name}", "name")),
            (Region, new($"区域：{Regions.FirstOrDefault(one => one.Value == Region)?.Text.Trim()}", "region")),
            (State, new($"状态：{BaseDataWords.States.FirstOrDefault(one => one.Value == State)?.Text}", "state")),
        }.Where(one => !string.IsNullOrEmpty(one.Value)).Select(one => one.Chip),
    ];
}
