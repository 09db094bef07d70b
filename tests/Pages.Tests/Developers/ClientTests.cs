using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Developers;

/// <summary>Common clients, unchanged: on the schema, and on a host that listens.</summary>
[Trait("Spec", "GRAPH-14")]
public sealed class ClientTests(ClientFixture client) : WorldFixture, IClassFixture<ClientFixture>
{
    [Fact]
    public async Task RelayCompiler_TakesTheSchema()
    {
        await client.ToolAsync("relay-compiler");

        Assert.Contains("RecordsRecordQuery", client.Generated("relay", "RecordsRecordQuery.graphql.ts"));
        Assert.Contains("endCursor", client.Generated("relay", "RecordsPageQuery.graphql.ts"));
    }

    [Fact]
    public async Task Codegen_GeneratesTypes_ThatTheCompilerTakes()
    {
        await client.ToolAsync("graphql-codegen", "--config", "codegen.json");
        await client.ToolAsync("tsc", "-p", "codegen");

        Assert.Contains("enum class DeclarationStatus", client.Generated("codegen", "Schema.kt"));
    }

    [Fact]
    public async Task Apollo_ReadsPagesWritesAndTellsErrorsApart()
    {
        var person = await World.ProfessionalAsync(World.School);

        var said = await client.NodeAsync("tests/Clients/product/apollo.mjs", Serve(), $$"""
            {"userType":"INDIVIDUAL","idNumber":"{{person.Person!.IdNumber}}","password":"{{MadeUpPerson.Password}}","captchaAnswer":"{{HnCeApplication.CaptchaAnswer}}"}
            """);

        Assert.Contains("errors FORBIDDEN", said);
    }

    [Fact]
    public async Task Sample_FilesADeclaration()
    {
        var person = await World.ProfessionalAsync(World.School);
        var proof = Path.Combine(World.Folder, "证明.png");
        await File.WriteAllBytesAsync(proof, Proof.Png);

        var said = await client.NodeAsync(new Dictionary<string, string>
        {
            ["HNCE_URL"] = Serve(),
            ["HNCE_ID_NUMBER"] = person.Person!.IdNumber,
            ["HNCE_PASSWORD"] = MadeUpPerson.Password,
            ["HNCE_CAPTCHA"] = HnCeApplication.CaptchaAnswer,
        }, "docs/clients/declare.mjs", proof);

        Assert.Contains("PENDING_EMPLOYER", said);
        Assert.Equal(1, await World.ReadAsync(db => db.Declarations.CountAsync(declaration => declaration.ProfessionalId == person.Caller.ProfessionalId)));
    }

    private string Serve() => World.Application.Listen().GetLeftPart(UriPartial.Authority);
}
