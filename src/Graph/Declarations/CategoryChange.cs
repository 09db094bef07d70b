using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Declarations;

/// <summary>Which declaration moves to the other subject category. DEC-06.</summary>
public sealed class ChangeDeclarationCategoryInput
{
    /// <summary>The declaration.</summary>
    public required Key<DeclarationView> Id { get; init; }

    /// <summary>Subject category from now on. 科目类型.</summary>
    public required SubjectCategory Category { get; init; }
}

/// <summary>What came of changing the category.</summary>
public sealed class ChangeDeclarationCategoryPayload : DeclarationPayload;

[MutationType]
internal static class CategoryChange
{
    /// <summary>Changes the subject category of a declaration before it is forwarded. 改科目类型. DEC-06.</summary>
    /// <param name="input">Which, and to what.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ForwardDeclarations)]
    public static async Task<ChangeDeclarationCategoryPayload> ChangeDeclarationCategory(
        ChangeDeclarationCategoryInput input, [FromServices] ChangeDeclarationCategory useCase, CancellationToken cancel) =>
        DeclarationPayload.Of<ChangeDeclarationCategoryPayload>(await useCase.RunAsync(input.Id.Value, input.Category, cancel));
}
