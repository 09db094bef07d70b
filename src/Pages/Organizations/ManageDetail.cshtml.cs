using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Organizations;

/// <summary>详细: one organization with everything it told of itself, its scan and its numbers. Source: BUR-11, BUR-12, PRO-08, PRO-09.</summary>
public sealed class ManageDetailModel(GraphClient graph) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Detail Organization { get; private set; } = null!;

    public ManageCategory Kind => ManageCategory.OfKind(Organization.Kind);

    public async Task<IActionResult> OnGetAsync()
    {
        var found = (await graph.AskAsync<Answer>("Organization", new { id = Id })).Node;
        if (found?.Id is null)
        {
            return NotFound();
        }

        Organization = found;
        // The menu finds its entry by the category.
        RouteData.Values["category"] = Kind.Category;
        return Page();
    }

    public sealed record Detail(
        string Id, string Kind, string Name, string? Code, string RegionName, string State, string? Tier, Named? Supervisor, Named? IndustryDepartment, Scan? CertificateScan,
        string? CreditCode, string? Nature, string? Level, string? Affiliation, string? Industry, string? InstitutionLevel, string? Address, string? PostalCode,
        string? LegalRepresentative, string? Contact, string? Phone, string? Fax, string? Mail, int? ProfessionalCount, int Administrators, int Professionals);

    public sealed record Named(string Name);

    public sealed record Scan(string Name, string Type, string Url);

    private sealed record Answer(Detail? Node);
}
