using GraphQL.Types;
using HnCe.Domain.Access;
using HnCe.Graph.Server;
using HnCe.Graph.Tests.Server.Sample;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Graph.Tests.Server;

public sealed class AccessTests
{
    private const string Secret = "{ papers(first: 1) { nodes { title secret } } }";

    [Fact, Trait("Spec", "SEC-A1")]
    public async Task RootField_Visitor_IsUnauthenticated()
    {
        await using var graph = new SampleGraph();

        Assert.Equal([ErrorCodes.Unauthenticated], (await graph.RunAsync("{ papers { nodes { title } } }", Caller.Visitor)).ErrorCodes);
    }

    [Fact, Trait("Spec", "SEC-A1")]
    public async Task RootField_RoleLacksPermission_IsForbidden()
    {
        await using var graph = new SampleGraph();

        Assert.Equal([ErrorCodes.Forbidden], (await graph.RunAsync("{ papers { nodes { title } } }", SampleGraph.Institution)).ErrorCodes);
        Assert.Equal([ErrorCodes.Forbidden], (await graph.RunAsync("mutation { sendPapers(input: { papers: [] }) { succeeded } }", SampleGraph.Institution)).ErrorCodes);
    }

    [Fact, Trait("Spec", "SEC-A1")]
    public async Task RootField_CachedDocumentAndFragment_IsStillForbidden()
    {
        await using var graph = new SampleGraph();
        const string document = "{ ...Part } fragment Part on Query { p: papers(first: 1) { nodes { title } } }";
        await graph.AskAsync(document);

        Assert.Equal([ErrorCodes.Forbidden], (await graph.RunAsync(document, SampleGraph.Institution)).ErrorCodes);
    }

    [Fact, Trait("Spec", "SEC-A1")]
    public async Task GuardedField_PermissionMissing_IsNullAndTold()
    {
        await using var graph = new SampleGraph();
        var individual = new Caller { AccountId = 3, Role = UserType.Individual, ProfessionalId = 3 };

        var allowed = await graph.AskAsync(Secret);
        var denied = await graph.AskAsync(Secret, individual);

        Assert.Equal("密", allowed.GetProperty("data").GetProperty("papers").GetProperty("nodes")[0].GetProperty("secret").GetString());
        Assert.Equal("""{"title":"论文1","secret":null}""", denied.GetProperty("data").GetProperty("papers").GetProperty("nodes")[0].GetRawText());
        Assert.Equal("FORBIDDEN", denied.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact, Trait("Spec", "SEC-A1")]
    public void Start_RootFieldDeclaresNothing_FailsNamingIt()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => AccessRules.Checked(Modules.FieldsOf(typeof(Undeclared)).Single(), typeof(Undeclared)));

        Assert.Contains("Undeclared.Forgotten", failure.Message);
    }

    [Fact, Trait("Spec", "SEC-A1")]
    public void Start_GuardedFieldNotNullable_Fails()
    {
        var schema = new Schema { Query = new ObjectGraphType { Name = "Query" } };
        var view = new ObjectGraphType { Name = "View" };
        var field = view.Field<NonNullGraphType<StringGraphType>>("secret").FieldType;
        new RequiresAttribute(Permission.ViewAudit).Modify(field, false);
        schema.Query.AddField(new FieldType { Name = "view", ResolvedType = view });
        schema.Initialize();

        Assert.Contains("View.secret", Assert.Throws<InvalidOperationException>(() => AccessRules.Check(schema)).Message);
    }

    [Fact, Trait("Spec", "GRAPH-2")]
    public async Task Start_ServiceOfAFieldMissing_FailsNamingBoth()
    {
        await using var graph = new SampleGraph();
        using var empty = new ServiceCollection().BuildServiceProvider();

        var failure = Assert.Throws<InvalidOperationException>(() => ServiceRules.Check(graph.Server.Schema, empty.GetRequiredService<IServiceProviderIsService>()));

        Assert.Matches("(Query|Mutation|Author)\\.\\w+ asks for (SampleProbe|PapersByAuthor)", failure.Message);
        ServiceRules.Check(graph.Server.Schema, graph.Services.GetRequiredService<IServiceProviderIsService>());
    }

    [Fact, Trait("Spec", "SEC-A1")]
    public async Task Matrix_OfTheSample_TellsRolesApart()
    {
        await using var graph = new SampleGraph();

        var lines = AuthorizationMatrix.Of(graph.Server.Schema, graph.Services.GetRequiredService<NodeTypes>()).Split('\n');

        Assert.Equal("field\tvisitor\tIndividual\tEmployer\tInstitution\tLocalBureau\tIndustryDepartment\tProvincialDepartment\tSystemAdmin", lines[0]);
        Assert.Contains("Paper.secret\tno\tno\tyes\tno\tyes\tno\tyes\tno", lines);
        Assert.Contains("Query.echo\tyes\tyes\tyes\tyes\tyes\tyes\tyes\tyes", lines);
        Assert.Contains("Query.node(Paper)\tno\tyes\tyes\tno\tyes\tyes\tyes\tno", lines);
        Assert.Contains("Mutation.sendPapers\tno\tno\tyes\tno\tno\tno\tno\tno", lines);
    }

    private static class Undeclared
    {
        public static string Forgotten() => "";
    }
}
