using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HnCe.Domain.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        // The unique index on NormalizedUserName (Identity's own) is the account key; a refused registration has none.
        account.ToTable("Accounts");
        account.HasOne(a => a.Organization).WithMany();
        account.Property(a => a.PersonHash).HasMaxLength(64);
        account.Property(a => a.StateReason).HasMaxLength(500);
        account.Property(a => a.IdNumberSealed).HasMaxLength(128);
        account.Property(a => a.MobileSealed).HasMaxLength(128);
        account.Property(a => a.MailSealed).HasMaxLength(400);
        account.Property(a => a.FormerPasswords).HasMaxLength(1000);
        account.Property(a => a.SecondFactorSealed).HasMaxLength(128);
        account.HasIndex(a => a.PersonHash);
        account.HasIndex(a => new { a.OrganizationId, a.UserType, a.State, a.Id });
        account.HasIndex(a => new { a.UserType, a.Id });
    }
}

internal sealed class ProfessionalMapping : IEntityTypeConfiguration<Professional>
{
    public void Configure(EntityTypeBuilder<Professional> professional)
    {
        professional.HasOne(p => p.Account).WithMany();
        professional.Property(p => p.Name).HasMaxLength(50);
        professional.Property(p => p.PersonHash).HasMaxLength(64);
        professional.Property(p => p.IdNumberSealed).HasMaxLength(128);
        professional.Property(p => p.AddressSealed).HasMaxLength(700);
        professional.Property(p => p.LandlineSealed).HasMaxLength(128);
        professional.Property(p => p.CityCode).HasMaxLength(6);
        professional.Property(p => p.CountyCode).HasMaxLength(6);
        professional.ComplexProperty(p => p.Data);
        professional.HasIndex(p => p.PersonHash);
        professional.HasIndex(p => new { p.EmployerId, p.Id });
        professional.HasIndex(p => new { p.CityCode, p.Id });
        professional.HasIndex(p => new { p.CountyCode, p.Id });
        professional.HasIndex(p => new { p.IndustryDepartmentId, p.Id });
    }
}

internal sealed class RegistrationMapping : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> registration)
    {
        registration.Property(r => r.Reason).HasMaxLength(1000);
        registration.HasIndex(r => new { r.ReviewerId, r.Kind, r.Status, r.SubmittedAt, r.Id });
        registration.HasIndex(r => r.ChangeId);
    }
}

internal sealed class TitleLevelPeriodMapping : IEntityTypeConfiguration<TitleLevelPeriod>
{
    public void Configure(EntityTypeBuilder<TitleLevelPeriod> period)
    {
        period.HasOne<Professional>().WithMany().HasForeignKey(p => p.ProfessionalId);
        period.Property(p => p.TitleLevel).HasMaxLength(32);
        period.HasIndex(p => new { p.ProfessionalId, p.Since });
    }
}

internal sealed class PasswordTicketMapping : IEntityTypeConfiguration<PasswordTicket>
{
    public void Configure(EntityTypeBuilder<PasswordTicket> ticket)
    {
        ticket.HasOne(t => t.Account).WithMany();
        ticket.HasIndex(t => t.AccountId);
    }
}

internal sealed class CaptchaChallengeMapping : IEntityTypeConfiguration<CaptchaChallenge>
{
    public void Configure(EntityTypeBuilder<CaptchaChallenge> challenge) => challenge.HasIndex(c => c.ExpiresAt);
}

internal sealed class SignInFailuresMapping : IEntityTypeConfiguration<SignInFailures>
{
    public void Configure(EntityTypeBuilder<SignInFailures> failures) => failures.HasKey(f => f.Key);
}

internal sealed class AccountClaimMapping : IEntityTypeConfiguration<IdentityUserClaim<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<long>> claim) => claim.ToTable("AccountClaims");
}

internal sealed class AccountLoginMapping : IEntityTypeConfiguration<IdentityUserLogin<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> login)
    {
        // SQL Server takes 900 bytes in a clustered key.
        login.ToTable("AccountLogins");
        login.Property(l => l.LoginProvider).HasMaxLength(128);
        login.Property(l => l.ProviderKey).HasMaxLength(128);
    }
}

internal sealed class AccountTokenMapping : IEntityTypeConfiguration<IdentityUserToken<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> token)
    {
        token.ToTable("AccountTokens");
        token.Property(t => t.LoginProvider).HasMaxLength(128);
        token.Property(t => t.Name).HasMaxLength(128);
    }
}
