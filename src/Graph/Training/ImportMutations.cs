using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Training;
using HnCe.Graph.Server;

namespace HnCe.Graph.Training;

/// <summary>One result to import. SCO-05.</summary>
public sealed class ImportScoreRowInput
{
    /// <summary>The sender's own number of the row, by which bad ones are named.</summary>
    public required int Number { get; init; }

    /// <summary>ID number of an approved professional. 身份证号码.</summary>
    public required string IdNumber { get; init; }

    /// <summary>Score, 0 to 100 with one decimal, or 合格 or 不合格, by the plan's assessment. 成绩.</summary>
    public required string Score { get; init; }

    /// <summary>Remark, up to 200 characters. 备注.</summary>
    public string? Remark { get; init; }
}

/// <summary>Many results of one class. SCO-05.</summary>
public sealed class ImportScoresInput
{
    /// <summary>The class. 培训班.</summary>
    public required Key<TrainingClassView> Class { get; init; }

    /// <summary>The rows, at most 500.</summary>
    public required IReadOnlyList<ImportScoreRowInput> Rows { get; init; }

    /// <summary>What happens to good rows when others are bad.</summary>
    public required ImportMode Mode { get; init; }
}

/// <summary>A row that cannot be imported. SCO-05.</summary>
[Name("BadScoreRow")]
public sealed class BadScoreRowView
{
    /// <summary>Number of the row.</summary>
    public int Number { get; init; }

    /// <summary>Why, as a code.</summary>
    public RefusalCode Code { get; init; }

    /// <summary>Why, in words. 原因.</summary>
    public string Message { get; init; } = "";
}

/// <summary>What came of an import. SCO-05.</summary>
public sealed class ImportScoresPayload : Payload
{
    /// <summary>Rows that can be imported; null when the whole request was refused.</summary>
    public int? Good { get; init; }

    /// <summary>Rows that were written; null when the whole request was refused.</summary>
    public int? Imported { get; init; }

    /// <summary>The other rows, by number.</summary>
    public IReadOnlyList<BadScoreRowView> Bad { get; init; } = [];
}

[MutationType]
internal static class ImportMutations
{
    /// <summary>Enters many results of one class at once, or only says which rows are bad. 成绩导入. SCO-05.</summary>
    /// <param name="input">The rows.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ConductTraining)]
    public static async Task<ImportScoresPayload> ImportScores(ImportScoresInput input, [FromServices] ImportScores useCase, CancellationToken cancel)
    {
        Outcome<ImportOutcome> outcome = input.Rows.Count > BatchOutcome.MaxIds
            ? ImportRefusals.TooManyAtOnce
            : await useCase.RunAsync(input.Class.Value, [.. input.Rows.Select(row => new ScoreRow(row.Number, row.IdNumber, row.Score.Trim(), row.Remark))], input.Mode, cancel);
        return outcome.To(done => new ImportScoresPayload
        {
            Good = done.Good,
            Imported = done.Imported,
            Bad = [.. done.Bad.Select(row => new BadScoreRowView { Number = row.Number, Code = row.Refusal.Code, Message = row.Refusal.Message })],
        });
    }
}
