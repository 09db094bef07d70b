using System.Diagnostics;
using System.Text;
using HnCe.Domain.Access;
using HnCe.Graph.Server;
using HnCe.Graph.Tests.Server.Sample;
using Xunit;

namespace HnCe.Graph.Tests.Server;

public sealed class GuardTests
{
    public static TheoryData<string, string> Attacks => new()
    {
        { "fragment chain", "{ ...F0 } " + Join(1500, at => $"fragment F{at} on Query {{ ...F{at + 1} }} ") },
        { "fragment chain within the characters", "{...F0}" + Join(400, at => $"fragment F{at} on Query{{...F{at + 1}}}") },
        { "one field again and again", "{" + Join(2000, _ => "meet ") + "}" },
        { "one field six times", "{ meet meet meet meet meet meet }" },
        { "200 levels", Nested(200, "{ papers ", "}") },
        { "10 000 levels", Nested(10_000, "{a", "}") },
        { "10 000 list levels", "{ echo(numbers: " + new string('[', 9_000) + new string(']', 9_000) + ") }" },
        { "depth 18", Nested(18, "{ a ", "}") },
        { "10 000 aliases", "{" + Join(10_000, at => $"a{at}:meet ") + "}" },
        { "31 aliases", "{" + Join(31, at => $"a{at}:meet ") + "}" },
        { "fragments spread twice", "{ ...F0 } " + Join(31, at => $"fragment F{at} on Query {{ ...F{at + 1} x: __typename ...F{at + 1} }} ") + "fragment F31 on Query { meet }" },
        { "directives", "{ meet " + Join(2000, _ => "@include(if:true)") + "}" },
        { "51 directives", "{ meet " + Join(51, _ => "@skip(if:false)") + "}" },
        { "41 fragments", "{ ...F0 } " + Join(41, at => $"fragment F{at} on Query {{ meet }} ") },
        { "a list of 10 000", "{ echo(numbers: [" + Join(9_000, _ => "1 ") + "]) }" },
        { "1 501 fields", "{ ...A ...B } fragment A on Query {" + Fields(800) + "} fragment B on Query {" + Fields(800) + "}" },
        { "101 variables", "query(" + Join(101, at => $"$v{at}: Int ") + ") { meet }" },
        { "20 001 characters", "{ meet }" + new string(' ', 20_001) },
        { "brackets after a comment", "# } \"\n" + Nested(500, "{ a ", "}") },
        { "brackets after a string", "{ echo(text: \"\\\"\") " + Nested(500, "a { ", "}") + "}" },
    };

    [Theory, Trait("Spec", "SEC-C1")]
    [MemberData(nameof(Attacks))]
    public async Task Document_LargerThanAnybodyNeeds_IsRefusedAtOnce(string attack, string document)
    {
        await using var graph = new SampleGraph();
        await graph.RunAsync("{ __typename }", Caller.Visitor);
        var clock = Stopwatch.StartNew();

        var answer = await graph.RunAsync(document, Caller.Visitor);

        Assert.True(answer.ErrorCodes is [ErrorCodes.TooComplex], $"{attack}: {string.Join(",", answer.ErrorCodes)}");
        Assert.True(clock.ElapsedMilliseconds < 1500, $"{attack}: {clock.ElapsedMilliseconds} ms");
    }

    [Theory, Trait("Spec", "SEC-C1")]
    [InlineData("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }")]
    [InlineData("{ ...A } fragment A on Query { ...A }")]
    [InlineData("{ ...Nothing }")]
    [InlineData("\"\"\"")]
    [InlineData("\"")]
    [InlineData("{ echo(text: \"\"\" \\\"\"\" \"\"\") ")]
    [InlineData("type A { b: C }")]
    [InlineData("")]
    [InlineData("{ echo(text: \"\\uD800\") ")]
    public async Task Document_Broken_IsRefused(string document)
    {
        await using var graph = new SampleGraph();

        var answer = await graph.RunAsync(document, Caller.Visitor);

        Assert.False(answer.Executed);
        Assert.NotEmpty(answer.ErrorCodes);
        Assert.DoesNotContain(ErrorCodes.Internal, answer.ErrorCodes);
    }

    [Fact, Trait("Spec", "SEC-C1")]
    public async Task Document_ManyMistakes_ListsSomeAtOnce()
    {
        await using var graph = new SampleGraph();
        await graph.RunAsync("{ nothing }", Caller.Visitor);
        var clock = Stopwatch.StartNew();

        var answer = await graph.RunAsync("{" + Fields(1_400) + "}", Caller.Visitor);

        Assert.Equal(Enumerable.Repeat(ErrorCodes.ValidationFailed, 20), answer.ErrorCodes);
        Assert.True(clock.ElapsedMilliseconds < 1500, $"{clock.ElapsedMilliseconds} ms");
    }

    [Theory, Trait("Spec", "SEC-C1")]
    [InlineData(4, 5)]
    [InlineData(9, 2)]
    [InlineData(6, 3)]
    public async Task Document_RepeatedWithinTheLimits_IsValidatedAtOnce(int levels, int times)
    {
        await using var graph = new SampleGraph();
        await graph.RunAsync("{ nothing }", Caller.Visitor);
        var repeated = Enumerable.Range(0, levels).Aggregate("name", (below, level) => Join(times, _ => level % 2 == 0 ? $"author {{ {below} }} " : $"papers {{ {below} }} "));
        var clock = Stopwatch.StartNew();

        var answer = await graph.RunAsync($"{{ papers {{ nodes {{ {repeated} }} }} }}", Caller.Visitor);

        Assert.NotEmpty(answer.ErrorCodes);
        Assert.True(clock.ElapsedMilliseconds < 1500, $"{string.Join(",", answer.ErrorCodes.Distinct())} {clock.ElapsedMilliseconds} ms");
    }

    [Fact, Trait("Spec", "SEC-C7")]
    public async Task Variables_ListTooLong_IsRefused()
    {
        await using var graph = new SampleGraph();

        var answer = await graph.RunAsync("query($n: [Int!]) { echo(numbers: $n) }", variables: new { n = Enumerable.Range(0, 501) });

        Assert.Equal([ErrorCodes.TooComplex], answer.ErrorCodes);
    }

    [Fact, Trait("Spec", "SEC-C1")]
    public async Task TrustedDocument_Large_Runs()
    {
        await using var graph = new SampleGraph();
        var document = "{" + Join(40, at => $"a{at}: echo(text: \"{at}\") ") + "}";

        var data = await (await graph.Server.RunAsync(GraphRequest.Trusted(document), SampleGraph.Employer, CancellationToken.None)).DataAsync<Dictionary<string, string>>(CancellationToken.None);

        Assert.Equal("39", data["a39"]);
    }

    [Theory, Trait("Spec", "SEC-C4")]
    [InlineData("introspection.graphql")]
    [InlineData("introspection-full.graphql")]
    public async Task Introspection_StandardQuery_PassesForThoseWhoMay(string file)
    {
        await using var graph = new SampleGraph();
        var query = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Http", file));

        var allowed = await graph.AskAsync(query);
        var visitor = await graph.RunAsync(query, Caller.Visitor);
        var hidden = await graph.RunAsync("{ ...A } fragment A on Query { __type(name: \"Paper\") { name } }", Caller.Visitor);

        Assert.False(allowed.TryGetProperty("errors", out _), allowed.ToString()[..300]);
        Assert.Equal([ErrorCodes.IntrospectionDisabled], visitor.ErrorCodes);
        Assert.Equal([ErrorCodes.IntrospectionDisabled], hidden.ErrorCodes);
    }

    private static string Join(int times, Func<int, string> make) =>
        Enumerable.Range(0, times).Aggregate(new StringBuilder(), (text, at) => text.Append(make(at))).ToString();

    private static string Nested(int levels, string open, string close) => Join(levels, _ => open) + Join(levels, _ => close);

    private static string Fields(int count) => Join(count, at => $"f{at} ");
}
