using HnCe.Domain.Audit;
using HnCe.Domain.Data;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.ReferenceData;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Domain.Tests.Audit;

public sealed class AuditChainTests
{
    private const int Writers = 8;
    private const int WritesEach = 5;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    [Trait("Spec", "GEN-10")]
    public async Task Chain_ManyWritersAtOnce_StaysOne(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var before = (await VerifyAsync(database)).Lines;

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(database, WritesEach, writer))));

        Assert.Equal(new AuditVerification(before + (Writers * WritesEach), null), await VerifyAsync(database));
    }

    [Theory]
    [InlineData("""UPDATE "AuditEntries" SET "Detail" = 'x' WHERE "Sequence" = 3""", 3)]
    [InlineData("""UPDATE "AuditEntries" SET "Actor" = 'somebody' WHERE "Sequence" = 1""", 1)]
    [InlineData("""DELETE FROM "AuditEntries" WHERE "Sequence" = 4""", 4)]
    [InlineData("""UPDATE "AuditEntries" SET "Sequence" = 99 WHERE "Sequence" = 2; UPDATE "AuditEntries" SET "Sequence" = 2 WHERE "Sequence" = 3; UPDATE "AuditEntries" SET "Sequence" = 3 WHERE "Sequence" = 99""", 2)]
    [Trait("Spec", "GEN-10")]
    public async Task Verify_LineChangedRemovedOrReordered_NamesIt(string tampering, long broken)
    {
        await using var database = await TestDatabase.CreateAsync();
        await WriteAsync(database, 6, writer: 0);

        await database.ReadAsync(db => db.Database.ExecuteSqlRawAsync(tampering));

        Assert.Equal(broken, (await VerifyAsync(database)).BrokenAt);
    }

    [Fact]
    [Trait("Spec", "GEN-10")]
    public async Task Verify_LastLinesRemoved_NamesTheFirstMissing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await WriteAsync(database, 6, writer: 0);
        var last = (await VerifyAsync(database)).Lines;

        await database.ReadAsync(db => db.AuditEntries.Where(e => e.Sequence == last).ExecuteDeleteAsync());

        Assert.Equal(last, (await VerifyAsync(database)).BrokenAt);
    }

    [Fact]
    [Trait("Spec", "GEN-10")]
    public async Task Save_OutsideAUnitOfWork_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync(work =>
        {
            work.Db.CodeItems.Add(new() { List = "x", Code = "1" });
            return work.Db.SaveChangesAsync();
        }));
    }

    private static Task<AuditVerification> VerifyAsync(TestDatabase database) => new VerifyAudit(database.Readers).RunAsync(default);

    private static async Task WriteAsync(TestDatabase database, int times, int writer)
    {
        for (var i = 0; i < times; i++)
        {
            var code = $"{writer}-{i}";
            var outcome = await database.WriteAsync(work => work.RunAsync<int>("Test", write => AddAsync(work, write, code), default));
            Assert.Empty(outcome.Refusals);
        }
    }

    private static Task<Domain.Access.Outcome<int>> AddAsync(UnitOfWork work, WriteContext write, string code)
    {
        work.Db.CodeItems.Add(new CodeItem { List = "test", Code = code, Name = code });
        write.Note("Test", code);
        return Task.FromResult<Domain.Access.Outcome<int>>(1);
    }
}
