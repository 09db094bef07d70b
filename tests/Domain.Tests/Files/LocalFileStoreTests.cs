using System.Security.Cryptography;
using HnCe.Domain.Access;
using HnCe.Domain.Files;
using Microsoft.Extensions.Options;
using Xunit;

namespace HnCe.Domain.Tests.Files;

public sealed class LocalFileStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hnce-files");
    private readonly LocalFileStore _store;

    public LocalFileStoreTests() => _store = new(Options.Create(new FileStoreOptions { Root = _folder.FullName }));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact, Trait("Spec", "IND-24")]
    public async Task Save_File_IsFoundByItsHashInTwoFolders()
    {
        var stored = await _store.SaveAsync(new MemoryStream(Samples.Png));

        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(Samples.Png)), Samples.Png.Length), (stored.Hash, stored.Length));
        Assert.True(await _store.ExistsAsync(stored.Hash));
        Assert.True(File.Exists(Path.Combine(_folder.FullName, stored.Hash[..2], stored.Hash[2..4], stored.Hash)));
        await using var kept = await _store.OpenAsync(stored.Hash);
        using var copy = new MemoryStream();
        await kept!.CopyToAsync(copy);
        Assert.Equal(Samples.Png, copy.ToArray());
    }

    [Fact, Trait("Spec", "IND-24")]
    public async Task Save_SameContentAtOnce_IsKeptOnce()
    {
        var stored = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _store.SaveAsync(new MemoryStream(Samples.Jpeg)))));

        Assert.Single(stored.Distinct());
        Assert.Single(_folder.EnumerateFiles("*", SearchOption.AllDirectories));
    }

    [Fact, Trait("Spec", "IND-24")]
    public async Task Save_Endless_StopsAtTheLimitAndLeavesNothing()
    {
        var endless = new Endless();

        await Assert.ThrowsAsync<InvalidDataException>(() => _store.SaveAsync(endless));

        Assert.InRange(endless.Given, FileLimits.MostBytes, FileLimits.MostBytes + 1_000_000);
        Assert.Empty(_folder.EnumerateFiles("*", SearchOption.AllDirectories));
    }

    [Theory, Trait("Spec", "IND-24")]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Open_UnknownOrEscaping_FindsNothing(string hash)
    {
        Assert.Null(await _store.OpenAsync(hash));
        Assert.False(await _store.ExistsAsync(hash));
    }

    [Fact, Trait("Spec", "IND-21")]
    public async Task Take_Nothing_IsRefused() =>
        Assert.Equal(RefusalCode.FileRequired, (await ReceivedFile.TakeAsync(null, null)).Refusals.Single().Code);

    [Fact, Trait("Spec", "IND-24")]
    public async Task Take_FiftyMegabytes_IsRefusedWhileReading()
    {
        var upload = new Endless();

        var outcome = await ReceivedFile.TakeAsync(upload, "大.pdf");

        Assert.Equal(RefusalCode.FileTooLarge, outcome.Refusals.Single().Code);
        Assert.InRange(upload.Given, FileLimits.MostBytes, FileLimits.MostBytes + 1_000_000);
    }

    [Fact, Trait("Spec", "IND-24")]
    public async Task Take_Picture_CanBeSavedAndLeavesNoTemporaryFile()
    {
        var outcome = await ReceivedFile.TakeAsync(new MemoryStream(Samples.Jpeg), "C:\\照片.jpg");
        await using (var received = outcome.Value!)
        {
            var stored = await _store.SaveAsync(received.Content);

            Assert.Equal(("照片.jpg", FileType.Jpeg), (received.Name, received.What.Type));
            Assert.True(await _store.ExistsAsync(stored.Hash));
        }
        Assert.Throws<ObjectDisposedException>(() => outcome.Value!.Content.ReadByte());
    }

    private sealed class Endless : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
