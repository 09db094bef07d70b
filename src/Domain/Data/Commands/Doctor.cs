using System.Data.Common;
using System.Security.Cryptography;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Data.Commands;

/// <summary>Looks whether this installation can work (command <c>doctor</c>): database, migrations, model, clock, keys. Changes nothing.</summary>
public sealed class Doctor(DatabaseOptions database, IDbContextFactory<HnCeDbContext> factory, SecretKeys keys, TimeProvider clock)
{
    /// <summary>Says one sentence for each check. Answers 0 when all is well, else 1.</summary>
    public async Task<int> RunAsync(TextWriter output, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        List<(bool Good, string Sentence)> findings = [await ConnectionAsync(db, cancel), Model(db), Keys()];
        if (findings[0].Good)
        {
            findings.Add(await MigrationsAsync(db, cancel));
            findings.AddRange(findings[^1].Good ? [await ClockAsync(db, cancel)] : []);
        }

        foreach (var (good, sentence) in findings)
        {
            await output.WriteLineAsync($"{(good ? "正常" : "异常")}：{sentence}");
        }

        return findings.All(finding => finding.Good) ? 0 : 1;
    }

    private async Task<(bool Good, string Sentence)> ConnectionAsync(HnCeDbContext db, CancellationToken cancel)
    {
        try
        {
            await db.Database.OpenConnectionAsync(cancel);
            return (true, $"可以连接数据库（{database.Provider} {db.Database.GetDbConnection().ServerVersion}）。");
        }
        catch (DbException refused)
        {
            return (false, $"无法连接数据库（{database.Provider}）：{refused.Message}");
        }
    }

    private static async Task<(bool Good, string Sentence)> MigrationsAsync(HnCeDbContext db, CancellationToken cancel)
    {
        List<string> pending = [.. await db.Database.GetPendingMigrationsAsync(cancel)];
        return pending.Count == 0 ? (true, "数据库结构是最新的。") : (false, $"有 {pending.Count} 个迁移尚未执行，启动程序时会自动执行：{string.Join('、', pending)}。");
    }

    private static (bool Good, string Sentence) Model(HnCeDbContext db) =>
        db.Database.HasPendingModelChanges() ? (false, "程序的数据模型与迁移不一致，请报告给开发者。") : (true, "程序的数据模型与迁移一致。");

    private async Task<(bool Good, string Sentence)> ClockAsync(HnCeDbContext db, CancellationToken cancel)
    {
        var (now, last) = (clock.Now(), await db.AuditEntries.MaxAsync(entry => (DateTime?)entry.At, cancel));
        return last > now.AddMinutes(1)
            ? (false, $"系统时间 {now:u} 早于最后一条审计日志 {last:u}，请校准时钟。")
            : (true, $"系统时间 {now:u}，时区 {ChinaTime.Zone.Id}。");
    }

    private (bool Good, string Sentence) Keys()
    {
        try
        {
            var box = new SecretBox(keys);
            var isStrong = Convert.FromBase64String(keys.Lookup).Length >= 32;
            var opened = box.Open(box.Seal("检查", SecretBox.Mail, "doctor"), SecretBox.Mail, "doctor") == "检查";
            return isStrong && opened ? (true, "个人信息的密钥可用。") : (false, "查找密钥不足 32 字节。");
        }
        catch (Exception broken) when (broken is FormatException or KeyNotFoundException or CryptographicException or ArgumentException)
        {
            return (false, "个人信息的密钥缺失或不正确，应为 base64 编码的 32 字节。");
        }
    }
}
