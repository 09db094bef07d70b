namespace HnCe.Benchmarks;

/// <summary>The documents that are measured; foreign clients send them as they are, pages keep them.</summary>
internal static class Documents
{
    /// <summary>One person with employer, department and ten declarations.</summary>
    public const string Q1 = """
        query Q1($id: ID!) {
          node(id: $id) {
            ... on Professional {
              id name titleName
              employer { name code }
              department { name }
              declarations(first: 10) { id title creditYear claimedHours recognisedHours status submittedAt }
            }
          }
        }
        """;

    /// <summary>A page of what waits for a bureau.</summary>
    public const string Q2 = """
        query Q2($after: String) {
          declarations(filter: { sentToUs: true, statuses: [UNDER_REVIEW] }, order: OLDEST_FORWARDED_FIRST, first: 20, after: $after) {
            nodes { id title creditYear claimedHours forwardedAt professional { name titleName } employer { name code } }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    /// <summary>Fifty yearly completions of a city.</summary>
    public const string Q4 = """
        query Q4 {
          yearCompletions(filter: { year: 2026 }, first: 50) {
            nodes { id year requiredPublic requiredProfessional publicHours professionalHours completed professional { name employer { name } } }
          }
        }
        """;

    /// <summary>One verdict.</summary>
    public const string M1 = """
        mutation M1($id: ID!) { reviewDeclarations(input: { ids: [$id], decision: PASS }) { succeeded userErrors { code } } }
        """;

    /// <summary>Everything that waits.</summary>
    public const string M2 = """
        mutation M2($expected: Int!) {
          reviewDeclarations(input: { allWaiting: { filter: {}, expected: $expected }, decision: PASS }) { succeeded userErrors { code message } }
        }
        """;

    /// <summary>Text by name.</summary>
    public static readonly IReadOnlyDictionary<string, string> ByName = new Dictionary<string, string> { ["Q1"] = Q1, ["Q2"] = Q2, ["Q4"] = Q4, ["M1"] = M1 };
}
