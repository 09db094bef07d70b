using HnCe.Domain.Access;
using HnCe.Domain.Clients;
using HnCe.Domain.Organizations;

namespace HnCe.Testing;

/// <summary>Programs that the system administrator registered.</summary>
public sealed partial class World
{
    /// <summary>Where codes of <see cref="AppAsync"/> go.</summary>
    public const string Redirect = "https://app.example.cn/callback";

    /// <summary>An app that people use. Answers with its identifier.</summary>
    public async Task<ClientSecret> AppAsync(params ClientScope[] scopes) => Value(await SystemAdmin.RunAsync<RegisterClient, Outcome<ClientSecret>>(useCase =>
        useCase.RunAsync(new() { Name = "学时助手", Kind = ClientKind.App, Scopes = scopes, Redirects = [Redirect] }, CancellationToken.None)));

    /// <summary>A program of an organization. Answers with identifier and secret.</summary>
    public async Task<ClientSecret> IntegratorAsync(Organization organization, params ClientScope[] scopes) =>
        Value(await SystemAdmin.RunAsync<RegisterClient, Outcome<ClientSecret>>(useCase => useCase.RunAsync(
            new()
            {
                Name = "人事系统",
                Kind = ClientKind.Integrator,
                Scopes = scopes,
                OrganizationType = Founding.RoleOf(organization),
                OrganizationCode = organization.OrgCode,
            }, CancellationToken.None)));
}
