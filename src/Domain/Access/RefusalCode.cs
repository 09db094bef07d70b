namespace HnCe.Domain.Access;

/// <summary>The closed list of refusal codes. Clients may rely on them; the Chinese message may change.</summary>
public enum RefusalCode
{
    /// <summary>The thing does not exist or lies outside the caller's jurisdiction; the two are never told apart.</summary>
    NotFound,

    /// <summary>Somebody else changed the same thing in the meantime.</summary>
    Conflict,

    /// <summary>A required input is missing.</summary>
    Required,
}
