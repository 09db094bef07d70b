namespace HnCe.Pages.Training;

/// <summary>A trainee's result as it was typed. Source: SCO-02, SCO-04.</summary>
public sealed class TypedResult
{
    /// <summary>成绩.</summary>
    public string? Score { get; set; }

    /// <summary>yes for 合格, no for 不合格.</summary>
    public string? Qualified { get; set; }

    public string? Remark { get; set; }

    /// <summary>The score as a number; null for what is none, which the graph refuses.</summary>
    public decimal? ReadScore() => TypedNumber.Read(Score);
}

/// <summary>The fields of a result, by the plan's 考核方式.</summary>
public sealed record ResultFields(TypedResult Result, bool ByScore, decimal PassMark);
