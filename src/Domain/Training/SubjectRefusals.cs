using HnCe.Domain.Access;

namespace HnCe.Domain.Training;

/// <summary>Why something cannot be done to a training subject.</summary>
public static class SubjectRefusals
{
    /// <summary>It does not exist or belongs to somebody else. Source: DEP-08.</summary>
    public static readonly Refusal NotFound = new(RefusalCode.NotFound, "没有找到这个培训科目");

    /// <summary>Name, training year and owner are unique; a retired subject keeps its name. Source: SUB-03.</summary>
    public static readonly Refusal Taken = new(RefusalCode.DuplicateSubject, "该培训年度已有同名科目（包括已停用的），请改用其他名称，或编辑、启用原来的科目", "name");

    /// <summary>A professional subject names its field. Source: SUB-02.</summary>
    public static readonly Refusal MajorRequired = new(RefusalCode.Required, "请选择所属专业", "major");

    /// <summary>The major is not in the code list.</summary>
    public static readonly Refusal UnknownMajor = new(RefusalCode.NotAnOption, "所属专业不在可选范围内，请重新选择", "major");

    /// <summary>The training year is too far away.</summary>
    public static Refusal YearClosed(IReadOnlyList<int> open) =>
        new(RefusalCode.OutOfRange, $"培训年度只能选择 {open[^1]} 至 {open[0]} 年", "trainingYear");
}
