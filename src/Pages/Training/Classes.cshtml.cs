using HnCe.Pages.Hosting;

namespace HnCe.Pages.Training;

/// <summary>培训班管理: the classes of the institution. Source: CLS-01, S-INS-06.</summary>
public sealed class ClassesModel(GraphClient graph) : OwnClassesPage(graph)
{
    /// <summary>Carries what to look at after filing to the list. Source: CLS-04.</summary>
    public const string Warning = "ClassWarning";

    public Task OnGetAsync() => ReadAsync(null);
}
