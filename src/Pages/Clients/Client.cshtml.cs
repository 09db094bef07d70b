using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Clients;

/// <summary>A program: what it may, 更换密钥 and 停用. Source: GRAPH-7.</summary>
[ResponseCache(NoStore = true)]
public sealed class ClientModel(GraphClient graph) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    public Item Client { get; private set; } = null!;

    public IReadOnlyList<string> Words { get; private set; } = [];

    /// <summary>A secret that was just made.</summary>
    public ToldSecret? Told { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostRenewAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var answer = (await graph.AskAsync<RenewAnswer>("Renew", new { input = new { Id } })).RenewClientSecret;
        Told = answer.Secret is null ? null : new(answer.ClientId!, answer.Secret);
        return this.Refused(answer.UserErrors) ?? Page();
    }

    public async Task<IActionResult> OnPostRestrictAsync(bool only)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var answer = await graph.AskAsync<RestrictAnswer>("Restrict", new { input = new { Id, onlyTrustedDocuments = only } });
        if (this.Refused(answer.RestrictClient.UserErrors) is { } refused)
        {
            return refused;
        }

        TempData["Told"] = only ? "已限定，从下一次请求起只接受约定的查询文档。" : "已不再限定。";
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostRetireAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (this.Refused((await graph.AskAsync<RetireAnswer>("Retire", new { input = new { Id } })).RetireClient.UserErrors) is { } refused)
        {
            return refused;
        }

        TempData["Told"] = $"已停用“{Client.Name}”，它的令牌立即失效。";
        return RedirectToPage("/Clients/Index");
    }

    private async Task<bool> LoadAsync()
    {
        var answer = await graph.AskAsync<Answer>("Client", new { Id });
        Client = answer.RegisteredClient!;
        Words = [.. answer.ClientScopes.Where(scope => answer.RegisteredClient?.Scopes.Contains(scope.Scope) is true).Select(scope => scope.Words)];
        return answer.RegisteredClient is not null;
    }

    /// <summary>A program in full.</summary>
    public sealed record Item(
        string Id, string ClientId, string Name, string Kind, IReadOnlyList<string> Scopes, IReadOnlyList<string> Redirects, string? OrganizationName, bool OnlyTrustedDocuments, DateTimeOffset CreatedAt, DateTimeOffset? SecretAt, DateTimeOffset? RetiredAt);

    private sealed record Answer(Item? RegisteredClient, IReadOnlyList<ScopeWords> ClientScopes);

    private sealed record ScopeWords(string Scope, string Words);

    private sealed record RenewAnswer(Renewed RenewClientSecret);

    private sealed record Renewed(string? ClientId, string? Secret, IReadOnlyList<UserError> UserErrors);

    private sealed record RestrictAnswer(Done RestrictClient);

    private sealed record RetireAnswer(Done RetireClient);

    private sealed record Done(IReadOnlyList<UserError> UserErrors);
}
