using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace HnCe.Pages.Pieces;

/// <summary>The refusals of one form: each field takes its own by name, the summary lists all with links to the fields.</summary>
public sealed class FormErrors(IReadOnlyList<UserError> all)
{
    private readonly Dictionary<UserError, string> takenBy = new(ReferenceEqualityComparer.Instance);

    private readonly List<string> fields = [];

    public IReadOnlyList<UserError> All => all;

    /// <summary>Id of the field that showed the error; null when no field of the page did.</summary>
    public string? FieldOf(UserError error) => takenBy.GetValueOrDefault(error);

    /// <summary>All in the order of the page's fields; those of no field come first.</summary>
    public IEnumerable<UserError> InPageOrder => all.OrderBy(one => FieldOf(one) is { } id ? fields.IndexOf(id) : -1);

    /// <summary>The first error of a field. An exact path wins over one that only ends in the same segments.</summary>
    public UserError? Take(string nameOrPath, string fieldId)
    {
        var wanted = Segments(nameOrPath);
        var error = all.FirstOrDefault(one => one.Path is not null && Segments(one.Path).SequenceEqual(wanted))
            ?? all.FirstOrDefault(one => one.Path is not null && !takenBy.ContainsKey(one) && EndsAlike(Segments(one.Path), wanted));
        if (error is not null)
        {
            // A field shows its first error; the summary links the others to it as well.
            fields.Add(fieldId);
            foreach (var one in all.Where(one => one.Path == error.Path))
            {
                takenBy.TryAdd(one, fieldId);
            }
        }

        return error;
    }

    // "Input.Details[issn]", "input.details.issn" and "details.issn" mean the same field.
    private static List<string> Segments(string path)
    {
        var segments = path.Split(['.', '[', ']', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(segment => segment.ToUpperInvariant())
            .ToList();
        return segments is ["INPUT", _, ..] ? segments[1..] : segments;
    }

    private static bool EndsAlike(List<string> path, List<string> name) =>
        path.Count > 0 && name.Count > 0
        && (path.Count > name.Count ? path.TakeLast(name.Count).SequenceEqual(name) : name.TakeLast(path.Count).SequenceEqual(path));
}

/// <summary>Where the errors of a page lie between its handler, its fields and the summary of the layout.</summary>
public static class FormErrorsOfView
{
    private const string Key = "HnCe.FormErrors";

    public static void Keep(this ViewDataDictionary viewData, FormErrors errors) => viewData[Key] = errors;

    /// <summary>The kept errors, else those of model binding, else none.</summary>
    public static FormErrors Errors(this ViewDataDictionary viewData)
    {
        if (viewData[Key] is not FormErrors errors)
        {
            errors = new FormErrors([.. viewData.ModelState.SelectMany(entry =>
                entry.Value!.Errors.Select(error => new UserError("INVALID_INPUT", error.ErrorMessage, entry.Key)))]);
            viewData[Key] = errors;
        }

        return errors;
    }
}
