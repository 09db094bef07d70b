using HnCe.Pages.Accounts;
using HnCe.Pages.Credits;
using HnCe.Pages.Declarations;

namespace HnCe.Pages.Exports;

/// <summary>All lists that can be taken as Excel; a job finds its list here by name.</summary>
public static class ListExports
{
    public static readonly IReadOnlyDictionary<string, ListExport> All = new ListExport[]
    {
        DeclarationTables.Unit, DeclarationTables.Own, DeclarationTables.General, DeclarationTables.Professional, DeclarationTables.Review, DeclarationTables.Waiting,
        YearTables.People, YearTables.Certificates, ProfessionalTable.Professionals,
    }.ToDictionary(list => list.Key);
}
