using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using GraphQLParser;
using GraphQLParser.AST;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Pages.Tests.Architecture;

/// <summary>Every document beside a page fits the schema, and every record that a page reads it into fits its selection.</summary>
public sealed partial class DocumentTests
{
    private static readonly Assembly Pages = typeof(Program).Assembly;

    public static TheoryData<string> Documents => [.. Pages.GetManifestResourceNames().Where(name => name.EndsWith(".graphql", StringComparison.Ordinal)).Order()];

    [Theory, MemberData(nameof(Documents)), Trait("Spec", "GRAPH-5")]
    public async Task Document_BesideAPage_FitsTheSchema(string name)
    {
        var server = new ServiceCollection().AddLogging().AddHnCeGraph().BuildServiceProvider().GetRequiredService<GraphServer>();

        Assert.Empty(await server.PrepareAsync(TextOf(name)));
    }

    [Fact, Trait("Spec", "GRAPH-5")]
    public void Record_ThatAPageReadsInto_FitsTheSelection()
    {
        var uses = Uses().ToList();

        Assert.True(uses.Count > 0, "no use of a document was found");
        var unfit = string.Join('\n', uses.SelectMany(Unfit));
        Assert.True(unfit.Length == 0, unfit);
    }

    [Fact]
    public void Record_WithAFieldThatIsNotSelected_IsUnfit() =>
        Assert.NotEmpty(Missing(typeof(Wrong), Parser.Parse("{ viewer { name } }").Definitions.OfType<GraphQLOperationDefinition>().Single().SelectionSet, new Dictionary<string, GraphQLFragmentDefinition>()));

    private static IEnumerable<string> Unfit((string File, string Document, string Operation, string Record, Type? Page) use)
    {
        var document = Parser.Parse(TextOf(use.Document));
        var fragments = document.Definitions.OfType<GraphQLFragmentDefinition>().ToDictionary(fragment => fragment.FragmentName.Name.StringValue);
        var operation = document.Definitions.OfType<GraphQLOperationDefinition>().SingleOrDefault(found => found.Name?.StringValue == use.Operation);
        var records = Pages.GetTypes().Where(type => type.Name == use.Record).ToList();
        var nearest = records.Find(type => type.DeclaringType is { } page && Plain(page) == PageOf(use.File)) ?? records.Find(type => type.Namespace == NamespaceOf(use.File))
            ?? (records is [var only] ? only : null);
        if (nearest is { ContainsGenericParameters: true } && use.Page is { } derived)
        {
            nearest = nearest.MakeGenericType(derived.BaseType!.GetGenericArguments());
        }

        return operation is null ? [$"{use.Document} has no operation {use.Operation}"]
            : nearest is null ? [$"{use.File}: {use.Record} was not found"]
            : Missing(nearest, operation.SelectionSet, fragments).Select(path => $"{use.Document} {use.Operation}: {use.Record}.{path} is not selected");
    }

    private static IEnumerable<string> Missing(Type record, GraphQLSelectionSet selections, IReadOnlyDictionary<string, GraphQLFragmentDefinition> fragments)
    {
        var fields = FieldsOf(selections, fragments).ToLookup(field => (field.Alias?.Name ?? field.Name).StringValue, field => field.SelectionSet);
        foreach (var property in record.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (!fields.Contains(name))
            {
                if (IsRead(record, property))
                {
                    yield return property.Name;
                }

                continue;
            }

            if (ItemOf(property.PropertyType) is { } item && fields[name].OfType<GraphQLSelectionSet>().ToList() is { Count: > 0 } inner)
            {
                foreach (var missing in inner.Select(set => Missing(item, set, fragments).ToHashSet()).Aggregate((one, other) => [.. one.Intersect(other)]))
                {
                    yield return $"{property.Name}.{missing}";
                }
            }
        }
    }

    // What may be null or has a default may be left out by one of several documents that share a record.
    private static bool IsRead(Type record, PropertyInfo property) =>
        record.GetConstructors().SelectMany(constructor => constructor.GetParameters()).FirstOrDefault(parameter => parameter.Name == property.Name) is { HasDefaultValue: false } parameter
        && new NullabilityInfoContext().Create(parameter).WriteState is NullabilityState.NotNull;

    private static IEnumerable<GraphQLField> FieldsOf(GraphQLSelectionSet selections, IReadOnlyDictionary<string, GraphQLFragmentDefinition> fragments) =>
        selections.Selections.SelectMany(selection => selection switch
        {
            GraphQLField field => [field],
            GraphQLInlineFragment inline => FieldsOf(inline.SelectionSet, fragments),
            GraphQLFragmentSpread spread => FieldsOf(fragments[spread.FragmentName.Name.StringValue].SelectionSet, fragments),
            _ => (IEnumerable<GraphQLField>)[],
        });

    private static Type? ItemOf(Type type)
    {
        var item = typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType ? type.GetGenericArguments()[0] : Nullable.GetUnderlyingType(type) ?? type;
        return item.Assembly == Pages || item.Assembly == typeof(DocumentTests).Assembly ? item.IsEnum ? null : item : null;
    }

    private static IEnumerable<(string File, string Document, string Operation, string Record, Type? Page)> Uses()
    {
        var root = Path.Combine(Repository.Root, "src", "Pages");
        foreach (var path in Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories).Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)))
        {
            var (file, text) = (Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path));
            foreach (Match use in OwnDocument().Matches(text))
            {
                foreach (var page in PagesOf(file))
                {
                    yield return (file, DocumentOf(page), use.Groups["operation"].Value, use.Groups["record"].Value, page);
                }
            }

            foreach (Match use in NamedDocument().Matches(text))
            {
                var document = use.Groups["document"].Value is { Length: > 0 } named ? named : Constant().Match(text).Groups["document"].Value;
                yield return (file, document, use.Groups["operation"].Value, use.Groups["record"].Value, null);
            }
        }
    }

    // What pages have in common asks the document beside each of them.
    private static IEnumerable<Type> PagesOf(string file) => Pages.GetTypes().Where(type => typeof(PageModel).IsAssignableFrom(type) && !type.IsAbstract
        && (Plain(type) == PageOf(file) || (type.BaseType is { } shared && Plain(shared) == PageOf(file))));

    private static string DocumentOf(Type page) => page.FullName!["HnCe.Pages.".Length..^"Model".Length].Replace('.', '/') + ".graphql";

    private static string Plain(Type type) => $"{type.Namespace}.{type.Name.Split('`')[0]}";

    private static string PageOf(string file) => $"HnCe.Pages.{file.Replace(".cshtml.cs", "", StringComparison.Ordinal).Replace(".cs", "", StringComparison.Ordinal).Replace('/', '.')}" + (file.EndsWith(".cshtml.cs", StringComparison.Ordinal) ? "Model" : "");

    private static string NamespaceOf(string file) => $"HnCe.Pages.{Path.GetDirectoryName(file)!.Replace('/', '.')}";

    private static string TextOf(string name)
    {
        using var reader = new StreamReader(Pages.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no document {name}."));
        return reader.ReadToEnd();
    }

    [GeneratedRegex("""AskAsync<(?<record>\w+)>\(\s*"(?<operation>\w+)"\s*[,)](?!\s*")""")]
    private static partial Regex OwnDocument();

    [GeneratedRegex("""AskAsync<(?<record>\w+)>\(\s*(?:"(?<document>[\w/]+\.graphql)"|Document)\s*,\s*"(?<operation>\w+)""")]
    private static partial Regex NamedDocument();

    [GeneratedRegex("""const string Document = "(?<document>[\w/]+\.graphql)""")]
    private static partial Regex Constant();

    private sealed record Wrong(WrongViewer Viewer);

    private sealed record WrongViewer(string Name, string Salary);
}
