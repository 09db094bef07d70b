using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.ReferenceData;

/// <summary>管理人社局: one bureau. Source: BAS-02, BAS-07, Q4.</summary>
public sealed class BureauModel(GraphClient graph) : BodyPage<BureauItem, BureauForm>(graph, "/ReferenceData/Bureaus")
{
    public IReadOnlyList<Choice> Parents { get; private set; } = [];

    public bool IsProvince => Body?.Tier == "PROVINCE";

    protected override async Task ReadChoicesAsync()
    {
        var lists = await Graph.AskAsync<ListsAnswer>("Lists");
        (Regions, Parents) = (lists.Regions.ToChoices(), [.. lists.Bureaus.Nodes.Where(one => one.Id != Id).Select(one => new Choice(one.Id, one.Name))]);
    }

    private sealed record ListsAnswer(IReadOnlyList<RegionAnswer> Regions, BureauNames Bureaus);

    private sealed record BureauNames(IReadOnlyList<BureauName> Nodes);
}

/// <summary>A bureau in full.</summary>
public sealed record BureauItem(
    string Id, string Name, string Code, string RegionCode, string Tier, string State, string? Contact, string? Phone, string AuditSubject, BureauName? Parent) : IBodyItem<BureauForm>
{
    public BureauForm ToForm() => new() { Name = Name, Code = Code, RegionCode = RegionCode, Tier = Tier, Parent = Parent?.Id, Contact = Contact, Phone = Phone };
}

/// <summary>What is typed about a bureau. Source: BAS-06.</summary>
public sealed class BureauForm : BodyForm
{
    public string? Tier { get; set; }

    public string? Parent { get; set; }

    public string? Contact { get; set; }

    public string? Phone { get; set; }

    /// <inheritdoc/>
    protected override Dictionary<string, object?> Own => new()
    {
        ["tier"] = string.IsNullOrEmpty(Tier) ? "COUNTY" : Tier,
        ["parent"] = string.IsNullOrEmpty(Parent) ? null : Parent,
        ["contact"] = Contact,
        ["phone"] = Phone,
    };
}
