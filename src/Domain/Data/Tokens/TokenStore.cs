using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.EntityFrameworkCore.Models;

namespace HnCe.Domain.Data.Tokens;

/// <summary>The books of the token server, OpenIddict: applications, consents and tokens, in the same database as everything else.</summary>
internal static class TokenStore
{
    /// <summary>Registers what reads and writes the books.</summary>
    public static IServiceCollection AddHnCeTokenStore(this IServiceCollection services)
    {
        services.AddOpenIddict().AddCore(options => options.UseEntityFrameworkCore().UseDbContext<HnCeDbContext>().ReplaceDefaultEntities<long>());
        return services.AddScoped<TokenClients>().AddSingleton<TokenKeys>();
    }

    /// <summary>Adds the tables.</summary>
    public static void UseTokens(this ModelBuilder builder)
    {
        builder.UseOpenIddict<long>();

        // Lists as JSON, and the content of a code: longer than a text of ours, and never looked for.
        foreach (var (type, columns) in Unlimited)
        {
            foreach (var column in columns)
            {
                builder.Entity(type).Property<string>(column).HasMaxLength(-1);
            }
        }
    }

    /// <summary>Whether an entity is a consent or a token: they change with every sign-in of a program and are no business of the audit log.</summary>
    public static bool IsToken(object entity) => entity is OpenIddictEntityFrameworkCoreToken<long> or OpenIddictEntityFrameworkCoreAuthorization<long>;

    private static readonly (Type Type, string[] Columns)[] Unlimited =
    [
        (typeof(OpenIddictEntityFrameworkCoreApplication<long>),
            ["ClientSecret", "DisplayNames", "JsonWebKeySet", "Permissions", "PostLogoutRedirectUris", "Properties", "RedirectUris", "Requirements", "Settings"]),
        (typeof(OpenIddictEntityFrameworkCoreAuthorization<long>), ["Properties", "Scopes"]),
        (typeof(OpenIddictEntityFrameworkCoreScope<long>), ["Descriptions", "DisplayNames", "Properties", "Resources"]),
        (typeof(OpenIddictEntityFrameworkCoreToken<long>), ["Payload", "Properties"]),
    ];
}
