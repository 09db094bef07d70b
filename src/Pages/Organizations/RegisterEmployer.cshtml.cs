using HnCe.Pages.Accounts;
using HnCe.Pages.Files;
using HnCe.Pages.Hosting;

namespace HnCe.Pages.Organizations;

/// <summary>单位注册. Source: EMP-01 to EMP-05, S-PUB-03.</summary>
public sealed class RegisterEmployerModel(GraphClient graph, VisitorUploads uploads) : OrganizationWizard(graph, uploads)
{
    private readonly GraphClient graph = graph;

    public override bool IsEmployer => true;

    protected override async Task<Registered> SendAsync(object input) => (await graph.AskAsync<Sent>("Register", new { input })).RegisterEmployer;

    private sealed record Sent(Registered RegisterEmployer);
}
