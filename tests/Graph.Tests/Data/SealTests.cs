using System.Security.Cryptography;
using System.Text;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Graph.Tests.Data;

/// <summary>Personal data lies sealed wherever it lies.</summary>
public sealed class SealTests
{
    [Fact, Trait("Spec", "SEC-E1")]
    public async Task Story_SearchedByteForByte_ShowsNoFullPersonalData()
    {
        await using var world = await World.CreateAsync();
        var stranger = world.Stranger();
        (await world.Visitor.RegisterAsync(Do.Registration(world, stranger))).Succeeded();
        await world.Visitor.RegisterAsync(Do.Registration(world, stranger));
        var person = await world.ProfessionalAsync(world.School);
        await world.DeclarationAsync(person, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        await world.DeclarationAsync(person, DeclarationStatus.Passed, SubjectCategory.Professional, 60);
        (await world.As(world.School).IssueAsync((await person.OwnYearAsync(world.Year)).String("yearCompletions.nodes.0.id")!)).Succeeded();
        await world.As(world.School).MustAsync("query ($number: String) { professionals(filter: { idNumber: $number }) { nodes { idNumber } } }", new { number = person.Person!.IdNumber });
        using (var browser = await world.SignInAsync(person))
        {
            await browser.GetAsync("/graphql?query={viewer{name}}");
        }

        var secrets = new[] { stranger, person.Person!, world.As(world.School).Person! }.SelectMany(one => new[] { one.IdNumber, one.Mobile, one.Mail }).ToList();
        var haystacks = Directory.GetFiles(world.Folder, "hnce.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(file => (Name: file, Bytes: Read(file))).Append((Name: "log", Bytes: Encoding.UTF8.GetBytes(world.Log.Text))).ToList();

        Assert.Contains(haystacks, haystack => Finds(haystack.Bytes, person.Person!.Name));
        Assert.All(haystacks, haystack => Assert.DoesNotContain(secrets, secret => Finds(haystack.Bytes, secret)));
    }

    [Theory, OnBothDatabases, Trait("Spec", "SEC-E2")]
    public async Task Ciphertext_OfSomebodyElse_DoesNotOpen(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (first, second) = (await world.ProfessionalAsync(world.School), await world.ProfessionalAsync(world.School));
        var box = world.Services.GetRequiredService<SecretBox>();
        var rows = await world.ReadAsync(db => db.Professionals.OrderBy(p => p.Id).ToListAsync());

        Assert.Equal(first.Person!.IdNumber, box.Open(rows[0].IdNumberSealed, SecretBox.IdNumber, rows[0].PersonHash));
        Assert.ThrowsAny<CryptographicException>(() => box.Open(rows[1].IdNumberSealed, SecretBox.IdNumber, rows[0].PersonHash));
        Assert.ThrowsAny<CryptographicException>(() => box.Open(rows[0].IdNumberSealed, SecretBox.Mobile, rows[0].PersonHash));

        await world.Program.WriteAsync(async (work, _) => await work.Db.Professionals.Where(p => p.Id == rows[0].Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.IdNumberSealed, rows[1].IdNumberSealed)));
        var reply = await world.As(world.School).AskAsync("query ($id: ID!) { node(id: $id) { ... on Professional { name idNumber } } }", new { id = first.ProfessionalId });

        Assert.Equal(["INTERNAL"], reply.Errors);
        Assert.DoesNotContain(second.Person!.IdNumber[^4..], reply.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Spec", "SEC-E5")]
    public async Task IdNumber_Everywhere_IsMaskedUntilItIsAskedForWithAReason()
    {
        await using var world = await World.CreateAsync();
        var person = await world.ProfessionalAsync(world.School);
        _ = IdNumber.TryParse(person.Person!.IdNumber, new(2026, 1, 1), out var number);

        var masked = await world.As(world.School).MustAsync("{ professionals { nodes { idNumber } } }");
        var shown = (await world.As(world.School).AskAsync(
            "mutation ($id: ID!) { revealIdNumber(input: { professional: $id, reason: \"核对\\\"档案\\\"\\\\\" }) { idNumber userErrors { code message path } } }", new { id = person.ProfessionalId })).Succeeded();
        var line = (await world.SystemAdmin.MustAsync("{ auditEntries(action: \"RevealIdNumber\") { nodes { subject detail } } }")).String("auditEntries.nodes.0.detail")!;

        Assert.Equal(number.Masked, $"{number}");
        Assert.Equal(number.Masked, masked.String("professionals.nodes.0.idNumber"));
        Assert.Equal(person.Person.IdNumber, shown.String("revealIdNumber.idNumber"));
        Assert.Contains("核对", System.Text.Json.JsonDocument.Parse(line).RootElement.GetString(), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases, Trait("Spec", "GEN-10"), Trait("Spec", "SEC-E6")]
    public async Task AuditChain_WithOneLineChanged_NamesIt(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        world.Clock.Advance(TimeSpan.FromTicks(1_234_567));
        await world.DeclarationAsync(await world.ProfessionalAsync(world.School), DeclarationStatus.Passed);
        var verify = world.Services.GetRequiredService<Domain.Audit.VerifyAudit>();
        var before = await verify.RunAsync(default);

        await world.Program.WriteAsync(async (work, _) => await work.Db.AuditEntries.Where(e => e.Sequence == 5).ExecuteUpdateAsync(set => set.SetProperty(e => e.Actor, "别人")));

        Assert.Null(before.BrokenAt);
        Assert.True(before.Lines > 5);
        Assert.Equal(5, (await verify.RunAsync(default)).BrokenAt);
    }

    private static bool Finds(byte[] bytes, string text) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
