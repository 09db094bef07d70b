using HnCe.Domain.Access;
using HnCe.Domain.Data.Commands;
using HnCe.Domain.Data.Demo;
using HnCe.Domain.Data.Providers;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Domain.Tests.Data.Commands;

public sealed class CommandLineTests
{
    private static readonly DemoAccount Somebody = DemoAccounts.All[0];

    [Theory]
    [InlineData("SystemAdmin", false)]
    [InlineData("ProvincialDepartment", true)]
    [Trait("Spec", "GEN-03")]
    public async Task CreateAdministrator_OnANewDatabase_CreatesOneWhoMaySignIn(string type, bool hasOrganization)
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseProvider.Sqlite);

        var (code, said) = await RunAsync(database, "Qing-2026-ok", Arguments(type, Somebody.IdNumber));

        var account = await database.ReadAsync(db => db.Accounts.SingleAsync());
        Assert.Equal((0, Enum.Parse<UserType>(type), hasOrganization), (code, account.UserType, account.OrganizationId is not null));
        Assert.DoesNotContain(Somebody.IdNumber, said, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "GEN-03")]
    public async Task CreateAdministrator_Twice_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await RunAsync(database, "Qing-2026-ok", Arguments("SystemAdmin", Somebody.IdNumber));

        var (code, said) = await RunAsync(database, "Qing-2026-ok", Arguments("SystemAdmin", Somebody.IdNumber));

        Assert.Equal(1, code);
        Assert.Contains("该身份证号码已有这一类型的帐号", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Employer", "Qing-2026-ok", "只能创建")]
    [InlineData("SystemAdmin", "12345678", "密码须包含")]
    [Trait("Spec", "GEN-03, ACC-02")]
    public async Task CreateAdministrator_WrongTypeOrWeakPassword_SaysWhy(string type, string password, string expected)
    {
        await using var database = await TestDatabase.CreateAsync();

        var (code, said) = await RunAsync(database, password, Arguments(type, Somebody.IdNumber));

        Assert.Equal(1, code);
        Assert.Contains(expected, said, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "GEN-10")]
    public async Task AuditVerify_TamperedLog_ExitsWithOne()
    {
        await using var database = await TestDatabase.CreateAsync();

        var before = await RunAsync(database, "", "audit", "verify");
        await database.ReadAsync(db => db.AuditEntries.ExecuteUpdateAsync(set => set.SetProperty(e => e.Actor, "x")));
        var after = await RunAsync(database, "", "audit", "verify");

        Assert.Equal((0, 1), (before.Code, after.Code));
        Assert.Contains("第 1 条", after.Said, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "GRAPH-6")]
    public async Task TokenKeysRenew_MakesKeysBesideTheFormer()
    {
        await using var database = await TestDatabase.CreateAsync();

        var former = await database.ReadAsync(db => db.TokenKeys.Select(key => key.Id).ToListAsync());
        var (code, _) = await RunAsync(database, "", "token-keys", "renew");
        var keys = await database.ReadAsync(db => db.TokenKeys.Select(key => key.Id).ToListAsync());

        Assert.Equal(0, code);
        Assert.Equal(former.Count + 2, keys.Count);
        Assert.Superset(former.ToHashSet(), keys.ToHashSet());
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    [Trait("Spec", "GEN-08")]
    public async Task Doctor_WithAndWithoutMigrations_Tells(bool prepared, int expected)
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseProvider.PostgreSql);
        if (prepared)
        {
            await database.PrepareAsync();
        }

        var (code, said) = await RunAsync(database, "", "doctor");

        Assert.Equal(expected, code);
        Assert.Equal(!prepared, said!.Contains("异常", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Spec", "GEN-03")]
    public async Task NoCommand_IsLeftToTheHost()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseProvider.Sqlite);

        Assert.Null((await RunAsync(database, "", "--urls", "http://localhost")).Code);
    }

    private static string[] Arguments(string type, string idNumber) =>
        ["create-administrator", "--type", type, "--id-number", idNumber, "--name", "王建国", "--mobile", "19900001234", "--mail", "a@hnce.example"];

    private static async Task<(int? Code, string Said)> RunAsync(TestDatabase database, string input, params string[] args)
    {
        await using var output = new StringWriter();
        var code = await CommandLine.RunAsync(args, database.Services, new StringReader(input + "\n"), output);
        return (code, output.ToString());
    }
}
