using HnCe.Domain.Accounts;
using HnCe.Domain.Audit;
using HnCe.Domain.Certificates;
using HnCe.Domain.Clients;
using HnCe.Domain.Credits;
using HnCe.Domain.Data.Tokens;
using HnCe.Domain.Declarations;
using HnCe.Domain.Files;
using HnCe.Domain.Jobs;
using HnCe.Domain.Notifications;
using HnCe.Domain.Organizations;
using HnCe.Domain.ReferenceData;
using HnCe.Domain.Training;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HnCe.Domain.Data;

/// <summary>
/// The one model of the record; each database has a thin subclass with its own migrations. Readers take it from
/// <see cref="IDbContextFactory{TContext}"/>, use cases through <see cref="UnitOfWork"/>.
/// </summary>
public abstract class HnCeDbContext(DbContextOptions options) : IdentityUserContext<Account, long>(options), IDataProtectionKeyContext
{
    /// <summary>The write under way; null outside a <see cref="UnitOfWork"/>.</summary>
    internal WriteContext? Write { get; set; }

    /// <summary>Accounts of all roles.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Professionals.</summary>
    public DbSet<Professional> Professionals => Set<Professional>();

    /// <summary>Registrations of all kinds.</summary>
    public DbSet<Registration> Registrations => Set<Registration>();

    /// <summary>Title levels over time.</summary>
    public DbSet<TitleLevelPeriod> TitleLevelPeriods => Set<TitleLevelPeriod>();

    /// <summary>Rights to choose a new password.</summary>
    public DbSet<PasswordTicket> PasswordTickets => Set<PasswordTicket>();

    /// <summary>Organizations of all kinds.</summary>
    public DbSet<Organization> Organizations => Set<Organization>();

    /// <summary>HR bureaus.</summary>
    public DbSet<HrBureau> HrBureaus => Set<HrBureau>();

    /// <summary>Industry departments.</summary>
    public DbSet<IndustryDepartment> IndustryDepartments => Set<IndustryDepartment>();

    /// <summary>Employers.</summary>
    public DbSet<Employer> Employers => Set<Employer>();

    /// <summary>Training institutions.</summary>
    public DbSet<TrainingInstitution> TrainingInstitutions => Set<TrainingInstitution>();

    /// <summary>Departments of employers.</summary>
    public DbSet<Department> Departments => Set<Department>();

    /// <summary>Name index of organizations.</summary>
    public DbSet<NameGram> NameGrams => Set<NameGram>();

    /// <summary>Declarations.</summary>
    public DbSet<Declaration> Declarations => Set<Declaration>();

    /// <summary>History of declarations.</summary>
    public DbSet<TimelineEntry> TimelineEntries => Set<TimelineEntry>();

    /// <summary>Declaration types and credit rules made by the province.</summary>
    public DbSet<DeclarationRevision> DeclarationRevisions => Set<DeclarationRevision>();

    /// <summary>Closing dates of credit years.</summary>
    public DbSet<CreditYearClosing> CreditYearClosings => Set<CreditYearClosing>();

    /// <summary>Training subjects.</summary>
    public DbSet<Subject> Subjects => Set<Subject>();

    /// <summary>Training plans.</summary>
    public DbSet<TrainingPlan> TrainingPlans => Set<TrainingPlan>();

    /// <summary>Training classes with their submission.</summary>
    public DbSet<TrainingClass> TrainingClasses => Set<TrainingClass>();

    /// <summary>Scores of trainees.</summary>
    public DbSet<TraineeScore> TraineeScores => Set<TraineeScore>();

    /// <summary>The credit ledger.</summary>
    public DbSet<CreditEntry> CreditEntries => Set<CreditEntry>();

    /// <summary>Yearly completion.</summary>
    public DbSet<YearTotal> YearTotals => Set<YearTotal>();

    /// <summary>Required hours.</summary>
    public DbSet<RequiredHours> RequiredHours => Set<RequiredHours>();

    /// <summary>Certificates.</summary>
    public DbSet<Certificate> Certificates => Set<Certificate>();

    /// <summary>Certificate sequences.</summary>
    public DbSet<CertificateCounter> CertificateCounters => Set<CertificateCounter>();

    /// <summary>Attachments.</summary>
    public DbSet<Attachment> Attachments => Set<Attachment>();

    /// <summary>Long work.</summary>
    public DbSet<Job> Jobs => Set<Job>();

    /// <summary>Inbox and outbox.</summary>
    public DbSet<Message> Messages => Set<Message>();

    /// <summary>Audit log.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>End of the audit chain.</summary>
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <summary>Captchas on show.</summary>
    public DbSet<CaptchaChallenge> CaptchaChallenges => Set<CaptchaChallenge>();

    /// <summary>Failed sign-ins.</summary>
    public DbSet<SignInFailures> SignInFailures => Set<SignInFailures>();

    /// <summary>Programs that use the graph.</summary>
    public DbSet<RegisteredClient> RegisteredClients => Set<RegisteredClient>();

    /// <summary>Keys of the token server.</summary>
    public DbSet<TokenKey> TokenKeys => Set<TokenKey>();

    /// <summary>Regions.</summary>
    public DbSet<Region> Regions => Set<Region>();

    /// <summary>Code lists.</summary>
    public DbSet<CodeItem> CodeItems => Set<CodeItem>();

    /// <inheritdoc/>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(HnCeDbContext).Assembly);
        builder.UseTokens();
        builder.Entity<DataProtectionKey>().Property(key => key.Xml).HasMaxLength(8000);

        // Rows are retired, never deleted, so nothing cascades; SQL Server would refuse several of the paths anyway.
        foreach (var key in builder.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()).Where(key => !key.IsOwnership))
        {
            key.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<string>().HaveMaxLength(256);
        configurationBuilder.Properties<decimal>().HavePrecision(7, 1);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
