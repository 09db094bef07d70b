using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Audit;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Data.Tokens;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace HnCe.Domain.Data.Commands;

/// <summary>
/// What the program does besides serving: <c>create-administrator</c>, <c>audit verify</c>, <c>token-keys renew</c>, <c>doctor</c>. Plain sentences out,
/// exit code 0 for success, 1 for a finding or refusal, 2 for wrong usage.
/// </summary>
public static class CommandLine
{
    private const string Usage =
        "create-administrator --type SystemAdmin|ProvincialDepartment --id-number … --name … --mobile … --mail …  (password: first line of standard input)\n"
        + "audit verify\ntoken-keys renew\ndoctor";

    /// <summary>Runs the command that the arguments name.</summary>
    /// <param name="args">Arguments of the program.</param>
    /// <param name="services">Container of the host.</param>
    /// <param name="input">Where the password is read from.</param>
    /// <param name="output">Where the sentences go.</param>
    /// <param name="cancel">Cancellation.</param>
    /// <returns>The exit code; null when the arguments name no command and the host should serve.</returns>
    public static async Task<int?> RunAsync(string[] args, IServiceProvider services, TextReader input, TextWriter output, CancellationToken cancel = default)
    {
        await using var scope = services.CreateAsyncScope();
        return args switch
        {
            ["create-administrator", .. var options] => await CreateAsync(options, scope.ServiceProvider, input, output, cancel),
            ["audit", "verify"] => await VerifyAsync(scope.ServiceProvider, output, cancel),
            ["token-keys", "renew"] => await RenewKeysAsync(scope.ServiceProvider, output, cancel),
            ["doctor"] => await ActivatorUtilities.CreateInstance<Doctor>(scope.ServiceProvider).RunAsync(output, cancel),
            ["audit" or "token-keys" or "help" or "--help", ..] => await SayAsync(output, Usage, 2),
            _ => null,
        };
    }

    private static async Task<int> CreateAsync(string[] options, IServiceProvider services, TextReader input, TextWriter output, CancellationToken cancel)
    {
        var given = options.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        if (!Enum.TryParse<UserType>(given.GetValueOrDefault("--type"), out var type))
        {
            return await SayAsync(output, Usage, 2);
        }

        var person = new Applicant
        {
            IdNumber = given.GetValueOrDefault("--id-number", ""),
            Name = given.GetValueOrDefault("--name", ""),
            Mobile = given.GetValueOrDefault("--mobile", ""),
            Mail = given.GetValueOrDefault("--mail", ""),
            Password = await input.ReadLineAsync(cancel) ?? "",
        };
        await PrepareAsync(services, cancel);
        var clock = services.GetRequiredService<TimeProvider>();
        var work = new UnitOfWork(services.GetRequiredService<HnCeDbContext>(), Caller.System, clock);
        var accounts = new ApplicantAccounts(work, services.GetRequiredService<SecretBox>(), services.GetRequiredService<IPasswordHasher<Account>>(), clock);
        var outcome = await new CreateAdministrator(work, accounts).RunAsync(type, person, cancel);
        return outcome.IsRefused
            ? await SayAsync(output, string.Join('\n', outcome.Refusals.Select(refusal => $"{refusal.Message}。")), 1)
            : await SayAsync(output, $"已创建{(type is UserType.SystemAdmin ? "系统管理员" : "省厅管理员")}“{person.Name}”，可以登录。", 0);
    }

    // The first administrator may be created before the first start; a running instance has prepared its SQLite file already.
    private static async Task PrepareAsync(IServiceProvider services, CancellationToken cancel)
    {
        try
        {
            await services.GetRequiredService<PrepareDatabase>().RunAsync(cancel: cancel);
        }
        catch (DatabaseInUseException)
        {
        }
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, TextWriter output, CancellationToken cancel)
    {
        var found = await services.GetRequiredService<VerifyAudit>().RunAsync(cancel);
        return found.BrokenAt is { } broken
            ? await SayAsync(output, $"审计日志在第 {broken} 条处断开：该条或其后的记录被修改、删除或调换。", 1)
            : await SayAsync(output, $"审计日志完整，共 {found.Lines} 条。", 0);
    }

    private static async Task<int> RenewKeysAsync(IServiceProvider services, TextWriter output, CancellationToken cancel)
    {
        await services.GetRequiredService<TokenKeys>().RenewAsync(services.GetRequiredService<HnCeDbContext>(), force: true, cancel);
        return await SayAsync(output, "已生成新的令牌密钥，一小时后启用；原密钥在已发出的令牌到期后作废。", 0);
    }

    private static async Task<int> SayAsync(TextWriter output, string text, int code)
    {
        await output.WriteLineAsync(text);
        return code;
    }
}
