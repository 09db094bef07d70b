using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data.Providers;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Accounts;

/// <summary>Every action of every role on every user type, against the sentences of the manual.</summary>
public sealed class AccountPowersTests
{
    private static readonly UserType[] Everybody = Enum.GetValues<UserType>();

    /// <summary>EMP-11, BUR-09 to BUR-12, PRO-03, PRO-06 to PRO-09, SYS-03, SYS-04; everything else is denied.</summary>
    private static readonly Dictionary<(UserType, AccountAction), UserType[]> Manual = new()
    {
        [(UserType.Employer, AccountAction.Revoke)] = [UserType.Employer],
        [(UserType.Employer, AccountAction.ResetPassword)] = [UserType.Employer],
        [(UserType.LocalBureau, AccountAction.Revoke)] = [UserType.LocalBureau, UserType.IndustryDepartment],
        [(UserType.LocalBureau, AccountAction.Disable)] = [UserType.Employer, UserType.Institution],
        [(UserType.LocalBureau, AccountAction.Enable)] = [UserType.Employer, UserType.Institution],
        [(UserType.ProvincialDepartment, AccountAction.Revoke)] = [UserType.ProvincialDepartment, UserType.LocalBureau, UserType.IndustryDepartment],
        [(UserType.ProvincialDepartment, AccountAction.Disable)] = [UserType.Employer, UserType.Institution],
        [(UserType.ProvincialDepartment, AccountAction.Enable)] = [UserType.Employer, UserType.Institution],
        [(UserType.ProvincialDepartment, AccountAction.ResetPassword)] = [UserType.ProvincialDepartment],
        [(UserType.SystemAdmin, AccountAction.Revoke)] = [UserType.SystemAdmin],
        [(UserType.SystemAdmin, AccountAction.Disable)] = Everybody,
        [(UserType.SystemAdmin, AccountAction.Enable)] = Everybody,
        [(UserType.SystemAdmin, AccountAction.ResetPassword)] = Everybody,
    };

    [Theory, OnBothDatabases, Trait("Spec", "ACC-03"), Trait("Spec", "EMP-11"), Trait("Spec", "BUR-09"), Trait("Spec", "BUR-10"), Trait("Spec", "BUR-11"), Trait("Spec", "BUR-12")]
    [Trait("Spec", "PRO-03"), Trait("Spec", "PRO-06"), Trait("Spec", "PRO-07"), Trait("Spec", "PRO-08"), Trait("Spec", "PRO-09"), Trait("Spec", "SYS-03"), Trait("Spec", "SYS-04")]
    public async Task EveryRole_EveryAction_OnEveryType_AsTheManualSays(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.ProfessionalAsync(world.School);
        var done = 0;

        foreach (var role in Everybody)
        {
            foreach (var action in Enum.GetValues<AccountAction>())
            {
                foreach (var type in Everybody)
                {
                    done += await CellAsync(world, world.As(role), action, type) ? 1 : 0;
                }
            }
        }

        Assert.Equal(Manual.Values.Sum(types => types.Length), done);
    }

    private static async Task<bool> CellAsync(World world, Actor actor, AccountAction action, UserType type)
    {
        var id = (await TargetAsync(world, type)).AccountId();
        if (action is AccountAction.Enable)
        {
            await DisableAsync(world, id);
        }

        var allowed = Manual.GetValueOrDefault((actor.Caller.Role!.Value, action))?.Contains(type) == true;
        var offered = await actor.AskAsync("query ($id: ID!) { node(id: $id) { ... on Account { allowedActions } } }", new { id });

        var reply = await actor.DoAsync(action, [id]);

        var cell = $"{actor.Caller.Role} {action} {type}: {reply.Text}";
        Assert.True(offered.Text.Contains($"\"{Access.Provoked.Words(action)}\"", StringComparison.Ordinal) == allowed, $"{cell} offered {offered.Text}");
        Assert.True(allowed ? reply.Errors.Count + reply.Refusals.Count + reply.RefusedItems.Count == 0
            : reply.Errors is ["FORBIDDEN"] || reply.RefusedItems.Values.SequenceEqual(["NOT_FOUND"]), cell);
        return allowed;
    }

    private static async Task<Actor> TargetAsync(World world, UserType type) => type switch
    {
        UserType.Individual => await world.ProfessionalAsync(world.School),
        UserType.Employer => await world.AppointAsync(world.School),
        UserType.Institution => await world.AppointAsync(world.Institution),
        UserType.LocalBureau => await world.AppointAsync(world.Zhongyuan),
        UserType.IndustryDepartment => await world.AppointAsync(world.Education),
        UserType.ProvincialDepartment => await world.AppointAsync(world.Province),
        _ => await world.SecondSystemAdminAsync(),
    };

    private static Task<int> DisableAsync(World world, string id) => world.Program.WriteAsync(async (work, _) =>
    {
        var key = GlobalIdOf.Key(id);
        (await work.Db.Accounts.SingleAsync(a => a.Id == key)).Disable("测试");
        return 1;
    });
}
