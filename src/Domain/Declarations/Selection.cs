using HnCe.Domain.Access;
using HnCe.Domain.Data;

namespace HnCe.Domain.Declarations;

/// <summary>Checks a selection of ids before anything is read.</summary>
internal static class Selection
{
    public static Refusal? Check(IReadOnlyCollection<long> ids) => ids.Count switch
    {
        0 => DeclarationRefusals.NothingSelected,
        > BatchOutcome.MaxIds => DeclarationRefusals.TooManySelected,
        _ => null,
    };

    public static Refusal? CheckObjection(string? note) =>
        string.IsNullOrWhiteSpace(note) ? DeclarationRefusals.ObjectionRequired
        : note.Trim().Length > 500 ? DeclarationRefusals.ObjectionTooLong : null;

    public static Refusal? CheckReason(string? reason, bool required) =>
        string.IsNullOrWhiteSpace(reason) ? required ? DeclarationRefusals.ReasonRequired : null
        : reason.Trim().Length > 500 ? DeclarationRefusals.ReasonTooLong : null;
}
