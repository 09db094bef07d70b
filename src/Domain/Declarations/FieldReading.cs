using HnCe.Domain.Access;

namespace HnCe.Domain.Declarations;

/// <summary>What became of one answer.</summary>
/// <param name="Canonical">The form that is stored; empty when refused or blank.</param>
/// <param name="Refusal">Why the answer was refused; its path is <c>details.</c> and the field's name.</param>
public readonly record struct FieldReading(string Canonical, Refusal? Refusal);
