using System.Security.Cryptography;
using HnCe.Domain.Data.Tokens;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Validation;

namespace HnCe.Pages.Hosting;

/// <summary>Gives the keys in the database to the token server, and again when there are others: another instance may have made some. Source: decision 0021.</summary>
public sealed class TokenKeyRing(TokenKeys keys) : IConfigureOptions<OpenIddictServerOptions>
{
    private string _inUse = "";

    /// <summary>Tells the server.</summary>
    public Source<OpenIddictServerOptions> OfServer { get; } = new();

    /// <summary>Tells the other end, which takes its keys from the server and so comes second.</summary>
    public Source<OpenIddictValidationOptions> OfValidation { get; } = new();

    public void Configure(OpenIddictServerOptions options)
    {
        var read = keys.Read();
        _inUse = NamesOf(read);
        foreach (var key in read)
        {
            if (key.Use is TokenKeyUse.Signing)
            {
                using var rsa = RSA.Create();
                rsa.ImportPkcs8PrivateKey(key.Bytes, out _);
                options.SigningCredentials.Add(new(new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: true)) { KeyId = key.Name }, SecurityAlgorithms.RsaSha256));
            }
            else
            {
                options.EncryptionCredentials.Add(new(new SymmetricSecurityKey(key.Bytes) { KeyId = key.Name }, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
            }
        }
    }

    /// <summary>Looks whether the keys are still these.</summary>
    public void Refresh()
    {
        if (_inUse.Length > 0 && NamesOf(keys.Read()) != _inUse)
        {
            OfServer.Tell();
            OfValidation.Tell();
        }
    }

    private static string NamesOf(IReadOnlyList<OpenTokenKey> read) => string.Join(' ', read.Select(key => key.Name));

    /// <summary>Lets options be made anew.</summary>
    public sealed class Source<T> : IOptionsChangeTokenSource<T>
    {
        private CancellationTokenSource _changed = new();

        public string Name => Options.DefaultName;

        public IChangeToken GetChangeToken() => new CancellationChangeToken(_changed.Token);

        public void Tell() => Interlocked.Exchange(ref _changed, new()).Cancel();
    }
}

/// <summary>Every minute looks for other keys; every hour removes what has long expired from the books of the token server.</summary>
public sealed partial class TokenJob(TokenKeyRing ring, IServiceScopeFactory scopes, TimeProvider clock, ILogger<TokenJob> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private const int PausesBetweenRemovals = 60;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pauses = 1; !stoppingToken.IsCancellationRequested; pauses++)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            try
            {
                ring.Refresh();
                if (pauses % PausesBetweenRemovals == 0)
                {
                    await RemoveAsync(stoppingToken);
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(failure);
            }
        }
    }

    private async Task RemoveAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var longAgo = clock.GetUtcNow() - TokenKeys.LongestToken;
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(longAgo, cancel);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(longAgo, cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking after the keys and books of the token server failed; it is tried again.")]
    private partial void LogFailure(Exception failure);
}
