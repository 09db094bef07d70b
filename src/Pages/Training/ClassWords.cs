using HnCe.Pages.Declarations;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Training;

/// <summary>Words of the manual for classes and results.</summary>
public static class ClassWords
{
    /// <summary>申报状态 of a class.</summary>
    public static readonly IReadOnlyList<Choice> Statuses = [new("OPEN", "未申报"), new("SUBMITTED", "待审核"), new("PASSED", "通过"), new("FAILED", "不通过"), new("REVOKED", "已撤销")];

    /// <summary>是否合格.</summary>
    public static readonly IReadOnlyList<Choice> Results = [new("yes", "合格"), new("no", "不合格")];

    /// <summary>申报状态 in words.</summary>
    public static string Status(string code) => DeclarationWords.TextOf(Statuses, code) ?? code;

    /// <summary>科目类型 in words.</summary>
    public static string Category(string code) => DeclarationWords.TextOf(DeclarationWords.Categories, code) ?? code;

    /// <summary>是否合格 in words.</summary>
    public static string Result(bool qualified) => qualified ? "合格" : "不合格";

    /// <summary>What a filter on 是否合格 means; null for all.</summary>
    public static bool? IsQualified(string? result) => result switch { "yes" => true, "no" => false, _ => null };
}
