using System.Globalization;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Training;

/// <summary>What an import does with bad rows. Source: SCO-05.</summary>
public enum ImportMode
{
    /// <summary>Nothing is written; the bad rows are named. 预览.</summary>
    DryRun,

    /// <summary>The good rows are written. 导入合格的行.</summary>
    GoodRowsOnly,

    /// <summary>All rows are written, or none.</summary>
    AllOrNothing,
}

/// <summary>A row that cannot be imported.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Refusal">Why.</param>
public sealed record BadScoreRow(int Number, Refusal Refusal);

/// <summary>What came, or would come, of an import.</summary>
/// <param name="Good">Rows that can be imported.</param>
/// <param name="Imported">Rows that were written.</param>
/// <param name="Bad">The others, by row.</param>
public sealed record ImportOutcome(int Good, int Imported, IReadOnlyList<BadScoreRow> Bad);

/// <summary>成绩导入: checks many results of one open class, and writes them in one transaction. Source: SCO-05, SCO-03, SCO-04.</summary>
public sealed class ImportScores(UnitOfWork work, Caller caller, SecretBox box, TimeProvider clock)
{
    private const int Chunk = 500;

    /// <summary>
    /// Imports up to 10 000 rows. Refuses <see cref="RefusalCode.NotFound"/>, <see cref="RefusalCode.ClassFrozen"/>,
    /// <see cref="RefusalCode.NothingSelected"/>, <see cref="RefusalCode.TooManySelected"/>, <see cref="RefusalCode.CapacityExceeded"/>.
    /// </summary>
    public Task<Outcome<ImportOutcome>> RunAsync(long classId, IReadOnlyList<ScoreRow> rows, ImportMode mode, CancellationToken cancel) =>
        work.RunAsync<ImportOutcome>(nameof(ImportScores), async write =>
        {
            var @class = await EnterScore.OpenClassAsync(work.Db, caller, classId, cancel);
            if (@class.IsRefused)
            {
                return @class.Refusals.ToList();
            }

            if (rows.Count is 0 or > ScoreTable.MostRows)
            {
                return rows.Count == 0 ? ImportRefusals.NoRows : ImportRefusals.TooManyRows;
            }

            var entered = (await work.Db.TraineeScores.Where(s => s.ClassId == classId).Select(s => s.ProfessionalId).ToListAsync(cancel)).ToHashSet();
            var (good, bad) = await CheckAsync(rows, @class.Value!.Plan.Data, entered, cancel);
            if (entered.Count + good.Count > @class.Value.Data.Capacity)
            {
                return ImportRefusals.NoRoom(good.Count, Math.Max(0, @class.Value.Data.Capacity - entered.Count));
            }

            if (mode is ImportMode.DryRun || good.Count == 0 || (mode is ImportMode.AllOrNothing && bad.Count > 0))
            {
                return new ImportOutcome(good.Count, 0, bad);
            }

            await EnterScore.Touch(work.Db, @class.Value, cancel);
            foreach (var some in good.Chunk(Chunk))
            {
                List<TraineeScore> scores = [.. some.Select(one => new TraineeScore(@class.Value, one.Trainee, one.EmployerId, one.Score, one.Qualified, one.Remark, write.At))];
                work.Db.AddRange(scores);
                await work.Db.SaveChangesAsync(cancel);
                scores.ForEach(score => work.Db.Entry(score).State = EntityState.Detached);
            }

            write.Note($"TrainingClass:{classId}", string.Create(CultureInfo.InvariantCulture, $"{{\"imported\":{good.Count},\"bad\":{bad.Count}}}"));
            return new ImportOutcome(good.Count, good.Count, bad);
        }, cancel);

    private async Task<(List<GoodRow> Good, List<BadScoreRow> Bad)> CheckAsync(IReadOnlyList<ScoreRow> rows, PlanData plan, HashSet<long> entered, CancellationToken cancel)
    {
        List<GoodRow> good = [];
        List<BadScoreRow> bad = [];
        Dictionary<string, int> seen = [];
        foreach (var some in rows.Chunk(Chunk))
        {
            List<(ScoreRow Row, string Hash)> read = [];
            foreach (var row in some)
            {
                var problem = row.Problem ?? (row.IdNumber.Any(c => c > 127) ? ImportRefusals.FullWidth : null);
                if (problem is null && IdNumber.TryParse(row.IdNumber, clock.Today(), out var number))
                {
                    read.Add((row, box.HashOf(number)));
                }
                else
                {
                    bad.Add(new(row.Number, problem ?? AccountRefusals.InvalidIdNumber));
                }
            }

            var hashes = read.Select(one => one.Hash).Distinct().ToList();
            var people = await work.Db.Professionals.Where(p => hashes.Contains(p.PersonHash) && p.ApprovedAt != null)
                .Select(p => new { p.PersonHash, p.Id, p.EmployerId }).ToDictionaryAsync(p => p.PersonHash, cancel);
            foreach (var (row, hash) in read)
            {
                var result = Typed(row, plan).Read(plan);
                var trainee = people.GetValueOrDefault(hash);
                var problem = trainee is null ? ClassRefusals.TraineeUnknown
                    : entered.Contains(trainee.Id) ? ClassRefusals.TraineeTwice
                    : seen.TryGetValue(hash, out var first) ? ImportRefusals.Repeated(first)
                    : result.IsRefused ? result.Refusals[0] : null;
                if (problem is not null)
                {
                    bad.Add(new(row.Number, problem));
                    continue;
                }

                seen.Add(hash, row.Number);
                good.Add(new(trainee!.Id, trainee.EmployerId, result.Value.Score, result.Value.Qualified, EnterScore.Blank(row.Remark)));
            }
        }

        return (good, [.. bad.OrderBy(row => row.Number)]);
    }

    private static TraineeResult Typed(ScoreRow row, PlanData plan) => plan.Assessment is Assessment.PassFail
        ? new(null, row.Score switch { "合格" => true, "不合格" => false, _ => null }, row.Remark)
        : new(decimal.TryParse(row.Score, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var score) ? score : null, null, row.Remark);

    private sealed record GoodRow(long Trainee, long EmployerId, decimal? Score, bool Qualified, string? Remark);
}
