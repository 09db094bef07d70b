using System.Reflection;
using HnCe.Domain;
using HnCe.Domain.Data;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.Extensions.DependencyInjection;
using NetArchTest.Rules;
using Xunit;

namespace HnCe.Pages.Tests.Architecture;

/// <summary>Three rooms, one direction, the same names.</summary>
public sealed class LayerTests
{
    private static readonly Assembly DomainRoom = typeof(HnCeDbContext).Assembly;
    private static readonly Assembly GraphRoom = typeof(GraphServer).Assembly;
    private static readonly Assembly PagesRoom = typeof(Program).Assembly;

    /// <summary>Composition, and the doors that are no pages: files, sign-in, tokens, tables for Excel; mail and long work are jobs of the host.</summary>
    private static readonly string[] DoorsToDomain =
        ["HnCe.Pages.Hosting", "HnCe.Pages.Files", "HnCe.Pages.Accounts", "HnCe.Pages.Clients", "HnCe.Pages.Notifications", "HnCe.Pages.Jobs", "HnCe.Pages.Exports"];

    /// <summary>The sign-in page, and the pages that take a file in their own post, for browsers without scripts.</summary>
    private static readonly string[] PagesWithADoor = ["IndexModel", "DeclareModel", "RegisterOnBehalfModel", "PlanModel", "ImportScoresModel"];

    /// <summary>Use cases that are no mutations: sign-in, files and tables go over HTTP, certificates are looked up and
    /// forms are checked by queries; reminders are a job of the host.</summary>
    private static readonly string[] NoMutations =
        ["SignIn", "EnterSecondFactor", "AttachFile", "RecordExport", "StartExport", "VerifyCertificate", "CheckDeclaration", "CheckDeclarationOnBehalf", "SendReminders"];

    [Fact]
    public void Rooms_Refer_InOneDirection()
    {
        Assert.DoesNotContain(DomainRoom.GetReferencedAssemblies(), name => name.Name is "HnCe.Graph" or "HnCe.Pages");
        Assert.DoesNotContain(GraphRoom.GetReferencedAssemblies(), name => name.Name is "HnCe.Pages");
        Assert.Contains(GraphRoom.GetReferencedAssemblies(), name => name.Name is "HnCe.Domain");
    }

    [Fact]
    public void Graph_NeverTouches_TheDbContext() =>
        Holds(Types.InAssembly(GraphRoom).ShouldNot().HaveDependencyOnAny(typeof(HnCeDbContext).FullName, "Microsoft.EntityFrameworkCore").GetResult());

    [Fact]
    public void Pages_KnowTheGraphOnly() => Holds(Types.InAssembly(PagesRoom)
        .That().ResideInNamespace("HnCe.Pages").And().DoNotResideInNamespaceMatching($"^({string.Join('|', DoorsToDomain.Select(door => door.Replace(".", "\\.", StringComparison.Ordinal)))})")
        .And().DoNotInherit(typeof(Microsoft.Extensions.Hosting.BackgroundService)).And().DoNotHaveNameMatching($"^({string.Join('|', PagesWithADoor)})$")
        .ShouldNot().HaveDependencyOn("HnCe.Domain").GetResult());

    [Fact]
    public void PageModels_OfTheDoors_KnowTheGraphOnly() => Holds(Types.InAssembly(PagesRoom)
        .That().Inherit(typeof(Microsoft.AspNetCore.Mvc.RazorPages.PageModel)).And().DoNotResideInNamespaceMatching("^HnCe\\.Pages\\.Hosting")
        .ShouldNot().HaveDependencyOnAny("HnCe.Domain.Data.HnCeDbContext", "HnCe.Domain.Declarations", "HnCe.Domain.Credits", "Microsoft.EntityFrameworkCore").GetResult());

    [Fact]
    public void UseCase_HasOnePublicVerb_AndAMutationOfItsName()
    {
        var mutations = new ServiceCollection().AddLogging().AddHnCeGraph().BuildServiceProvider().GetRequiredService<GraphServer>().Schema.Mutation!.Fields.Select(field => field.Name).ToHashSet();
        var useCases = new ServiceCollection().AddHnCeDomain().Where(service => service.Lifetime is ServiceLifetime.Scoped).Select(service => service.ServiceType)
            .Where(type => !type.IsInterface && VerbsOf(type).Contains("RunAsync"))
            .Where(type => type.Namespace != "HnCe.Domain.Data" && type.Namespace != "HnCe.Domain.Data.Demo").ToList();

        Assert.True(useCases.Count > 10, $"only {useCases.Count} use cases were found");
        Assert.All(useCases, useCase => Assert.Equal(["RunAsync"], VerbsOf(useCase)));
        Assert.DoesNotContain(useCases.Select(useCase => useCase.Name).Except(NoMutations), name => !mutations.Contains(char.ToLowerInvariant(name[0]) + name[1..]));
        Assert.DoesNotContain(mutations, mutation => useCases.All(useCase => !useCase.Name.Equals(mutation, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void PublicType_IsSealedOrMeantToBeDerived() => Assert.Empty(DomainRoom.GetExportedTypes().Concat(GraphRoom.GetExportedTypes())
        .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !type.Namespace!.Contains("Migrations", StringComparison.Ordinal)
            && !typeof(Delegate).IsAssignableFrom(type)).Select(type => type.FullName));

    [Fact]
    public void FeatureFolders_HaveTheSameNames_InEveryRoom()
    {
        var domain = FoldersOf("src/Domain");
        string[] ownRooms = ["Server", "Hosting", "Pieces", "Shared", "Home", "Developers", "Properties", "wwwroot", "App_Data", "Architecture", "Browser"];

        Assert.True(domain.Count >= 9, "the features of the domain were not found");
        Assert.All(new[] { "src/Graph", "src/Pages", "tests/Domain.Tests", "tests/Graph.Tests", "tests/Pages.Tests" }, room =>
            Assert.Empty(FoldersOf(room).Except(domain).Except(ownRooms).Except(room == "tests/Graph.Tests" ? ["Http"] : [])));
    }

    private static HashSet<string> VerbsOf(Type type) => [.. type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName).Select(method => method.Name)];

    private static HashSet<string> FoldersOf(string room) =>
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, room)).Select(folder => Path.GetFileName(folder)).Where(name => name is not ("bin" or "obj"))];

    private static void Holds(TestResult result) => Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
}
