using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Training;

/// <summary>Checks what a subject says. Source: SUB-02, SUB-03.</summary>
public static class SubjectCheck
{
    /// <summary>All refusals that the data alone deserve; <paramref name="keptYear"/> is the year that a subject has already.</summary>
    public static IEnumerable<Refusal> Read(SubjectData data, SubjectCategory category, DateOnly today, int? keptYear = null)
    {
        var open = TrainingYears.Open(today);
        return
        [
            .. TextRule.Check(data.Name, 100, "name", "科目名称", required: true),
            .. open.Contains(data.TrainingYear) || data.TrainingYear == keptYear ? Array.Empty<Refusal>() : [SubjectRefusals.YearClosed(open)],
            .. Major(data.Major, category),
            .. ClaimedHours.Check(data.Hours, "建议学时", "hours") is { } hours ? new[] { hours } : [],
            .. TextRule.Check(data.Recommendation, 2000, "recommendation", "教学建议/内容"),
            .. TextRule.Check(data.Textbook, 100, "textbook", "教材"),
        ];
    }

    /// <summary>All refusals, with the one that only the database knows; <paramref name="existing"/> is the subject to be changed.</summary>
    internal static async Task<List<Refusal>> ReadAsync(
        HnCeDbContext db, long ownerId, SubjectCategory category, Subject? existing, SubjectData data, DateOnly today, CancellationToken cancel)
    {
        List<Refusal> refusals = [.. Read(data, category, today, existing?.Data.TrainingYear)];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var (own, key) = (existing?.Id ?? 0, Subject.KeyOf(data));
        return await db.Subjects.AnyAsync(s => s.OwnerId == ownerId && s.NameKey == key && s.Id != own, cancel) ? [SubjectRefusals.Taken] : [];
    }

    private static Refusal[] Major(string? major, SubjectCategory category) =>
        string.IsNullOrEmpty(major) ? category is SubjectCategory.Professional ? [SubjectRefusals.MajorRequired] : []
        : SeedFile.HasCode("majors", major) ? [] : [SubjectRefusals.UnknownMajor];
}
