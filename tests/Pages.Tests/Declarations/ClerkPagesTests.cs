using System.Net;
using HnCe.Domain.Access;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Declarations;

/// <summary>Who sees the pages of a unit's clerk.</summary>
public sealed class ClerkPagesTests
{
    private static readonly (string Address, Permission Needed)[] Pages =
    [
        ("/forward/general", Permission.ForwardDeclarations), ("/forward/professional", Permission.ForwardDeclarations),
        ("/forward/general/register", Permission.ForwardDeclarations), ("/records", Permission.ForwardDeclarations),
        ("/certificates", Permission.IssueCertificates),
    ];

    [Fact]
    [Trait("Spec", "GEN-07")]
    public async Task Page_OpensForItsRolesOnly()
    {
        await using var world = await World.CreateAsync();
        await world.ProfessionalAsync(world.School);
        foreach (var role in Enum.GetValues<UserType>())
        {
            using var browser = await world.SignInAsync(world.As(role));
            foreach (var (address, needed) in Pages)
            {
                using var answer = await browser.GetAsync(address);
                Assert.True(role.Grants(needed) ? answer.StatusCode is HttpStatusCode.OK : IsClosed(answer), $"{role} {address}: {answer.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData("/forward/other")]
    [InlineData("/forward/general/other")]
    [Trait("Spec", "EMP-18")]
    public async Task Address_OfNoCategory_IsNotFound(string address)
    {
        await using var world = await World.CreateAsync();
        using var browser = await world.SignInAsync(world.As(world.School));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).StatusCode);
    }

    private static bool IsClosed(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Forbidden || answer.Headers.Location?.ToString().Contains("/status/403", StringComparison.Ordinal) == true;
}
