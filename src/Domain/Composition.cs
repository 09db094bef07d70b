using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Audit;
using HnCe.Domain.Certificates;
using HnCe.Domain.Credits;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Files;
using HnCe.Domain.Notifications;
using HnCe.Domain.Organizations;
using HnCe.Domain.ReferenceData;
using HnCe.Domain.Training;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HnCe.Domain;

/// <summary>Everything that the domain puts into the container. The host adds the database, the settings and the <see cref="Caller"/> of each operation.</summary>
public static class Composition
{
    // OWASP's floor for PBKDF2 with HMAC-SHA512; Identity's default is lower.
    private const int PasswordIterations = 210_000;

    /// <summary>Registers use cases, readers and their tools.</summary>
    public static IServiceCollection AddHnCeDomain(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordIterations);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<SecretBox>();
        services.AddSingleton(_ => CertificateFonts.Load());
        services.AddSingleton<CertificatePdf>();
        services.AddSingleton<CertificateLinks>();
        services.AddSingleton<CaptchaImage>();
        services.AddSingleton<IFileStore, LocalFileStore>();
        services.AddSingleton<DeliverMail>();
        services.AddSingleton<CallerReader>();
        services.AddSingleton<VerifyAudit>();
        return services.AddScoped<UnitOfWork>().AddScoped<Captchas>().AddUseCases().AddReaders();
    }

    private static IServiceCollection AddUseCases(this IServiceCollection services) => services
        .AddScoped<SignIn>()
        .AddScoped<RegisterProfessional>()
        .AddScoped<ReviewRegistrations>()
        .AddScoped<RevealIdNumber>()
        .AddScoped<Declare>()
        .AddScoped<SaveDeclarationDraft>()
        .AddScoped<CheckDeclaration>()
        .AddScoped<CheckDeclarationOnBehalf>()
        .AddScoped<WithdrawDeclaration>()
        .AddScoped<RegisterDeclarationOnBehalf>()
        .AddScoped<ReturnDeclaration>()
        .AddScoped<ChangeDeclarationCategory>()
        .AddScoped<ForwardDeclarations>()
        .AddScoped<ReviewDeclarations>()
        .AddScoped<RevokeDeclarations>()
        .AddScoped<IssueCertificate>()
        .AddScoped<VerifyCertificate>()
        .AddScoped<AttachFile>()
        .AddScoped<FileTrainingClass>()
        .AddScoped<DeleteTrainingClasses>()
        .AddScoped<FindTrainee>()
        .AddScoped<EnterScore>()
        .AddScoped<ChangeScore>()
        .AddScoped<DeleteScores>()
        .AddScoped<SubmitClassScores>()
        .AddScoped<ReviewClassSubmissions>()
        .AddScoped<ExcludeTrainee>()
        .AddScoped<RevokeClassSubmissions>()
        .AddScoped<ReadInbox>()
        .AddScoped<SendReminders>();

    private static IServiceCollection AddReaders(this IServiceCollection services) => services
        .AddScoped<PeopleReader>()
        .AddScoped<OrganizationReader>()
        .AddScoped<DeclarationReader>()
        .AddScoped<YearReader>()
        .AddScoped<CompletionReader>()
        .AddScoped<CertificateReader>()
        .AddScoped<AttachmentReader>()
        .AddScoped<InboxReader>()
        .AddScoped<ClassReader>()
        .AddScoped<AuditReader>()
        .AddScoped<ReferenceReader>();
}
