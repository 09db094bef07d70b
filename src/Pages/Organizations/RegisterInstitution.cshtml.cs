using HnCe.Pages.Accounts;
using HnCe.Pages.Files;
using HnCe.Pages.Hosting;

namespace HnCe.Pages.Organizations;

/// <summary>施教机构注册. Source: INS-01 to INS-04, S-PUB-04.</summary>
public sealed class RegisterInstitutionModel(GraphClient graph, VisitorUploads uploads) : OrganizationWizard(graph, uploads)
{
    private readonly GraphClient graph = graph;

    public override bool IsEmployer => false;

    protected override async Task<Registered> SendAsync(object input) => (await graph.AskAsync<Sent>("Register", new { input })).RegisterInstitution;

    private sealed record Sent(Registered RegisterInstitution);
}
