namespace HnCe.Domain.Declarations;

/// <summary>Makes a field required depending on the answer to another one (条件必填).</summary>
/// <param name="Field">The other field. While it is blank, nothing is required of this one.</param>
/// <param name="EqualTo">Required when the other answer is one of these.</param>
/// <param name="NotEqualTo">Required when the other answer is none of these.</param>
public sealed record RequiredWhen(string Field, IReadOnlyList<string>? EqualTo = null, IReadOnlyList<string>? NotEqualTo = null)
{
    /// <summary>Whether the answers call for this field.</summary>
    public bool Holds(IReadOnlyDictionary<string, string> answers) =>
        answers.GetValueOrDefault(Field) is { Length: > 0 } answer
        && (EqualTo?.Contains(answer) ?? true)
        && !(NotEqualTo?.Contains(answer) ?? false);

    /// <summary>The condition as a hint at the field, e.g. 刊物级别不是“国际（SCI/EI/SSCI）”时必填.</summary>
    public string InWords(DeclarationTypeDefinition type)
    {
        var other = type.Field(Field)!;
        var verb = EqualTo is null ? "不是" : "为";
        return $"{other.Label}{verb}{string.Concat((EqualTo ?? NotEqualTo ?? []).Select(value => $"“{other.Display(value)}”"))}时必填";
    }
}
