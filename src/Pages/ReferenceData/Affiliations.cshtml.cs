using HnCe.Pages.Hosting;

namespace HnCe.Pages.ReferenceData;

/// <summary>管理隶属关系. Source: BAS-04.</summary>
public sealed class AffiliationsModel(GraphClient graph) : CodeListModel(graph, KeptList.Affiliations);
