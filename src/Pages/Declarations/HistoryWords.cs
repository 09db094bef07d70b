namespace HnCe.Pages.Declarations;

/// <summary>A step in the history of a declaration, in words.</summary>
internal static class HistoryWords
{
    /// <summary>Who did what.</summary>
    /// <param name="happening">What happened, by its code.</param>
    /// <param name="actor">Name of the acting person.</param>
    /// <param name="organization">Name of the acting organization; null for the professional himself.</param>
    /// <param name="recognised">Recognised hours of a verdict.</param>
    public static string Of(string happening, string actor, string? organization, decimal? recognised)
    {
        var who = organization is null ? actor : $"{organization} {actor}";
        return happening switch
        {
            "SAVE_DRAFT" => $"{who} 存草稿",
            "DECLARE" => $"{who} 申报",
            "REGISTER_ON_BEHALF" => $"{who} 代为登记",
            "FORWARD" => $"{who} 上报",
            "RETURN" => $"{who} 退回",
            "WITHDRAW" => $"{who} 撤回",
            "PASS" => $"{who} 审核通过{(recognised is { } hours ? $"，认定 {hours:0.#} 学时" : "")}",
            "FAIL" => $"{who} 审核不通过",
            "REVOKE" => $"{who} 撤销，学时已扣除",
            "CHANGE_CATEGORY" => $"{who} 更改科目类型",
            "OBJECT" => $"{who} 提出异议",
            "ANSWER_OBJECTION" => $"{who} 答复异议，照原样上报",
            "CANCEL_REGISTERED" => $"{who} 撤销登记",
            _ => who,
        };
    }
}
