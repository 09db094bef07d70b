namespace HnCe.Domain.Declarations;

/// <summary>One choice of a field (选项).</summary>
/// <param name="Value">What is stored; credit rules name it.</param>
/// <param name="Label">What the person reads.</param>
public sealed record FieldChoice(string Value, string Label);
