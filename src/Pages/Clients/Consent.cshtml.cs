using System.Collections.Immutable;
using System.Globalization;
using HnCe.Domain.Clients;
using HnCe.Graph.Server;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace HnCe.Pages.Clients;

/// <summary>授权: what a program wants, and 同意 or 拒绝. Source: GRAPH-6.</summary>
[ResponseCache(NoStore = true)]
public sealed class ConsentModel(ClientConsents consents, CallerHolder caller) : PageModel
{
    /// <summary>The program's request, to which the answer leads back.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public string Name { get; private set; } = "";

    /// <summary>Who consents.</summary>
    public string Account => caller.Caller.Name;

    public IReadOnlyList<string> Words { get; private set; } = [];

    public string RefuseAddress => $"{Back}&{TokenEndpoints.Refused}=1";

    private string ClientId { get; set; } = "";

    private ImmutableArray<string> Scopes { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
        {
            return NotFound();
        }

        await consents.GiveAsync(caller.Caller.AccountId!.Value.ToString(CultureInfo.InvariantCulture), ClientId, Scopes, cancel);
        return this.Back(Back);
    }

    // The address may come from anybody; what it asks for is shown and kept as it stands there, and the token server judges it again.
    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!WayBack.IsToProgram(Back))
        {
            return false;
        }

        var asked = QueryHelpers.ParseQuery(Back![Tokens.AuthorizePath.Length..]);
        ClientId = asked[Parameters.ClientId].ToString();
        Scopes = [.. asked[Parameters.Scope].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        Name = await consents.NameOfAsync(ClientId, Scopes, cancel) ?? "";
        Words =
        [
            .. ClientScopes.Named(Scopes).Select(scope => scope.WordsOf()),
            .. Scopes.Contains("offline_access") ? ["在您不使用时保持登录，最多 14 天"] : Array.Empty<string>(),
        ];
        return Name.Length > 0;
    }
}
