using HnCe.Domain.Access;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests;

/// <summary>A world for each test of a class, with its host.</summary>
public abstract class WorldFixture : IAsyncLifetime
{
    protected World World { get; private set; } = null!;

    /// <summary>Every role that lacks a permission; computed from the table, so that a new role is tested at once.</summary>
    protected static TheoryData<UserType> RolesWithout(Permission permission) => [.. Enum.GetValues<UserType>().Where(role => !role.Grants(permission))];

    public async Task InitializeAsync() => World = await World.CreateAsync();

    public async Task DisposeAsync() => await World.DisposeAsync();

    protected async Task<Shown> VisitAsync(string address) => await Shown.OpenAsync(World.Application.Browser(), address);

    protected async Task<Shown> VisitAsync(Actor actor, string address) => await Shown.OpenAsync(await World.SignInAsync(actor), address);

    /// <summary>Somebody of a role.</summary>
    protected async Task<Actor> SomebodyAsync(UserType role) =>
        role is UserType.Individual ? await World.ProfessionalAsync(World.School) : World.As(role);
}
