using System.Security.Cryptography;
using System.Text.Json;
using HnCe.Domain.Accounts;
using HnCe.Domain.Certificates;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Files;
using HnCe.Domain.Jobs;
using HnCe.Domain.Notifications;
using HnCe.Domain.Training;

namespace HnCe.Pages.Hosting;

/// <summary>Reads the settings and refuses to start with ones that are unsafe outside Development. Source: SECURITY E11.</summary>
public static class Settings
{
    public static IServiceCollection AddHnCeSettings(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var captcha = Section<CaptchaOptions>(configuration, "Captcha");
        if (!environment.IsDevelopment() && !string.IsNullOrEmpty(captcha.DevelopmentAnswer))
        {
            throw new InvalidOperationException("Captcha:DevelopmentAnswer is for Development only. Remove it from the settings.");
        }

        if (!environment.IsDevelopment() && string.IsNullOrEmpty(configuration["PublicAddress:Url"]))
        {
            throw new InvalidOperationException("Set PublicAddress:Url: the address goes into QR codes and mails, and is never taken from a request.");
        }

        services.Configure<FileStoreOptions>(configuration.GetSection("Files"));
        return services
            .AddSingleton(captcha)
            .AddSingleton(Section<SessionSettings>(configuration, "Sessions"))
            .AddSingleton(Section<MailOptions>(configuration, "Mail"))
            .AddSingleton(Section<ReminderOptions>(configuration, "Reminders"))
            .AddSingleton(Section<JobLimits>(configuration, "Jobs"))
            .AddSingleton(Section<TrainingLimits>(configuration, "Training"))
            .AddSingleton(Section<PublicAddress>(configuration, "PublicAddress"))
            .AddSingleton(Keys(configuration, environment));
    }

    /// <summary>Which database; the section <c>Database</c>.</summary>
    public static DatabaseOptions Database(IConfiguration configuration) => Section<DatabaseOptions>(configuration, "Database");

    private static T Section<T>(IConfiguration configuration, string name)
        where T : new() => configuration.GetSection(name).Get<T>() ?? new T();

    private static SecretKeys Keys(IConfiguration configuration, IHostEnvironment environment)
    {
        var keys = Section<SecretKeys>(configuration, "Keys");
        if (keys.Lookup.Length > 0 && keys.Sealing.ContainsKey($"{keys.Current}"))
        {
            return keys;
        }

        return environment.IsDevelopment()
            ? DevelopmentKeys(configuration["Keys:DevelopmentFile"] ?? "App_Data/development-keys.json")
            : throw new InvalidOperationException("Set Keys:Sealing:1 and Keys:Lookup (32 random bytes each, base64) before the first start; without them no personal data can be sealed.");
    }

    // Each developer's machine makes its own keys at the first start; nothing secret is in the repository.
    private static SecretKeys DevelopmentKeys(string file)
    {
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            var fresh = new SecretKeys { Sealing = { ["1"] = Random() }, Lookup = Random() };
            File.WriteAllText(file, JsonSerializer.Serialize(fresh));
        }

        return JsonSerializer.Deserialize<SecretKeys>(File.ReadAllText(file))!;
    }

    private static string Random() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
