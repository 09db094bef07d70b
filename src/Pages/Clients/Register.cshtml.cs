using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Clients;

/// <summary>新增客户端; identifier and secret are shown in the answer to the form, once. Source: GRAPH-6, GRAPH-7.</summary>
[ResponseCache(NoStore = true)]
public sealed class RegisterModel(GraphClient graph) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public List<string> Scopes { get; set; } = [];

    [BindProperty]
    public string? Redirects { get; set; }

    [BindProperty]
    public string? OrganizationType { get; set; }

    [BindProperty]
    public string? OrganizationCode { get; set; }

    [BindProperty]
    public bool OnlyTrusted { get; set; }

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <summary>What was just registered.</summary>
    public Registered? Told { get; private set; }

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var input = new
        {
            name = Name ?? "",
            kind = Kind == "INTEGRATOR" ? Kind : "APP",
            scopes = Scopes.Intersect(Choices.Select(choice => choice.Value)),
            redirects = (Redirects ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            organizationType = ClientWords.OrganizationTypes.FirstOrDefault(type => type.Value == OrganizationType)?.Value,
            organizationCode = OrganizationCode,
            onlyTrustedDocuments = OnlyTrusted,
        };
        Told = (await graph.AskAsync<RegisterAnswer>("Register", new { input })).RegisterClient;
        return this.Refused(Told.UserErrors) ?? Page();
    }

    private async Task LoadAsync() => Choices =
        [.. (await graph.AskAsync<ScopesAnswer>("Scopes")).ClientScopes.Select(scope => new Choice(scope.Scope, scope.ForIntegrators ? scope.Words : $"{scope.Words}（仅限移动或网页应用）"))];

    /// <summary>A program and its secret.</summary>
    public sealed record Registered(string? RegisteredClientId, string? ClientId, string? Secret, IReadOnlyList<UserError> UserErrors);

    private sealed record RegisterAnswer(Registered RegisterClient);

    private sealed record ScopesAnswer(IReadOnlyList<ScopeAnswer> ClientScopes);

    private sealed record ScopeAnswer(string Scope, string Words, bool ForIntegrators);
}
