using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Audit;
using HnCe.Domain.Certificates;
using HnCe.Domain.Clients;
using HnCe.Domain.Credits;
using HnCe.Domain.Data;
using HnCe.Domain.Data.Tokens;
using HnCe.Domain.Declarations;
using HnCe.Domain.Exports;
using HnCe.Domain.Files;
using HnCe.Domain.Jobs;
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
        services.TryAddSingleton(new SessionSettings());
        services.AddSingleton<SecretBox>();
        services.AddSingleton<PasswordLinks>();
        services.AddSingleton(_ => CertificateFonts.Load());
        services.AddSingleton<CertificatePdf>();
        services.AddSingleton<CertificateLinks>();
        services.AddSingleton<CaptchaImage>();
        services.AddSingleton<IFileStore, LocalFileStore>();
        services.TryAddSingleton<JobLimits>();
        services.TryAddSingleton<TrainingLimits>();
        services.AddSingleton<JobFiles>();
        services.AddSingleton<JobLeases>();
        services.AddSingleton<DeliverMail>();
        services.AddSingleton<CallerReader>();
        services.AddSingleton<TokenCallerReader>();
        services.AddHnCeTokenStore();
        services.AddSingleton<StandardsInForce>();
        services.AddSingleton<VerifyAudit>();
        services.AddSingleton<DeclarationFeed>().AddSingleton<MessageFeed>().AddSingleton<JobFeed>();
        return services.AddScoped<UnitOfWork>().AddScoped<Captchas>().AddScoped<ApplicantAccounts>().AddScoped<OrganizationRegistrar>().AddUseCases().AddReaders().AddJobs();
    }

    private static IServiceCollection AddUseCases(this IServiceCollection services) => services
        .AddScoped<FindAccount>()
        .AddScoped<SignIn>()
        .AddScoped<EnterSecondFactor>()
        .AddScoped<ChangePassword>()
        .AddScoped<RequestPasswordReset>()
        .AddScoped<ChooseNewPassword>()
        .AddScoped<BeginSecondFactor>()
        .AddScoped<ConfirmSecondFactor>()
        .AddScoped<EndSecondFactor>()
        .AddScoped<EndSessions>()
        .AddScoped<RegisterClient>()
        .AddScoped<RestrictClient>()
        .AddScoped<RetireClient>()
        .AddScoped<RenewClientSecret>()
        .AddScoped<UpdateProfile>()
        .AddScoped<UpdateOwnAccount>()
        .AddScoped<RegisterProfessional>()
        .AddScoped<RegisterEmployer>()
        .AddScoped<RegisterInstitution>()
        .AddScoped<RegisterBureauAdministrator>()
        .AddScoped<RegisterIndustryDepartment>()
        .AddScoped<ReviewRegistrations>()
        .AddScoped<CheckRegistration>()
        .AddScoped<WithdrawRegistration>()
        .AddScoped<RevealIdNumber>()
        .AddScoped<AddAdministrator>()
        .AddScoped<RevokeAdministrators>()
        .AddScoped<DisableAccounts>()
        .AddScoped<EnableAccounts>()
        .AddScoped<ResetPasswords>()

        .AddScoped<AddDepartment>()
        .AddScoped<ChangeDepartment>()
        .AddScoped<RetireDepartment>()
        .AddScoped<UpdateOrganization>()
        .AddScoped<Declare>()
        .AddScoped<SaveDeclarationDraft>()
        .AddScoped<CheckDeclaration>()
        .AddScoped<CheckDeclarationOnBehalf>()
        .AddScoped<WithdrawDeclaration>()
        .AddScoped<RegisterDeclarationOnBehalf>()
        .AddScoped<ReturnDeclaration>()
        .AddScoped<ChangeDeclarationCategory>()
        .AddScoped<ObjectToDeclaration>()
        .AddScoped<AnswerObjection>()
        .AddScoped<CancelRegisteredDeclaration>()
        .AddScoped<ReviseDeclarationType>()
        .AddScoped<WithdrawRevision>()
        .AddScoped<SetCreditYearClosing>()
        .AddScoped<ForwardDeclarations>()
        .AddScoped<ReviewDeclarations>()
        .AddScoped<RevokeDeclarations>()
        .AddScoped<AddBureau>()
        .AddScoped<ChangeBureau>()
        .AddScoped<RetireBureau>()
        .AddScoped<ReactivateBureau>()
        .AddScoped<AddIndustryDepartment>()
        .AddScoped<ChangeIndustryDepartment>()
        .AddScoped<RetireIndustryDepartment>()
        .AddScoped<ReactivateIndustryDepartment>()
        .AddScoped<AddCodeItem>()
        .AddScoped<ChangeCodeItem>()
        .AddScoped<RetireCodeItem>()
        .AddScoped<ReactivateCodeItem>()
        .AddScoped<SetRequiredHours>()
        .AddScoped<IssueCertificate>()
        .AddScoped<PrintCertificates>()
        .AddScoped<VerifyCertificate>()
        .AddScoped<RecordExport>()
        .AddScoped<StartExport>()
        .AddScoped<AttachFile>()
        .AddScoped<AddSubject>()
        .AddScoped<ChangeSubject>()
        .AddScoped<RetireSubject>()
        .AddScoped<ReactivateSubject>()
        .AddScoped<SubmitTrainingPlan>()
        .AddScoped<SaveTrainingPlanDraft>()
        .AddScoped<DeleteTrainingPlans>()
        .AddScoped<RemarkTrainingPlan>()
        .AddScoped<ReviewTrainingPlans>()
        .AddScoped<FileTrainingClass>()
        .AddScoped<ImportScores>()
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

    private static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddScoped<JobQueue>()
        .AddScoped<CertificateIssuing>()
        .AddKeyedScoped<IJobKind, PrintCertificatesJob>(PrintCertificatesJob.Kind)
        .AddKeyedScoped<IJobKind, ReviewDeclarationsJob>(ReviewDeclarationsJob.Kind);

    private static IServiceCollection AddReaders(this IServiceCollection services) => services
        .AddScoped<PeopleReader>()
        .AddScoped<AccountReader>()
        .AddScoped<ManagedOrganizationReader>()
        .AddScoped<RegistrationReader>()
        .AddScoped<OrganizationReader>()
        .AddScoped<DepartmentReader>()
        .AddScoped<DeclarationReader>()
        .AddScoped<RevisionReader>()
        .AddScoped<SubjectReader>()
        .AddScoped<PlanReader>()
        .AddScoped<YearReader>()
        .AddScoped<CompletionReader>()
        .AddScoped<CertificateReader>()
        .AddScoped<AttachmentReader>()
        .AddScoped<JobReader>()
        .AddScoped<InboxReader>()
        .AddScoped<BaseDataReader>()
        .AddScoped<RequiredHoursReader>()
        .AddScoped<CodeNames>()
        .AddScoped<ClassReader>()
        .AddScoped<AuditReader>()
        .AddScoped<ClientReader>()
        .AddScoped<ReferenceReader>();
}
