using HnCe.Pages.Hosting;

namespace HnCe.Pages.ReferenceData;

/// <summary>管理单位性质. Source: BAS-03.</summary>
public sealed class NaturesModel(GraphClient graph) : CodeListModel(graph, KeptList.Natures);
