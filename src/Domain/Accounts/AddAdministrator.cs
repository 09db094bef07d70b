using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Notifications;
using HnCe.Domain.Organizations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>Who is to become an administrator. Source: EMP-11.</summary>
public sealed record NewAdministrator
{
    /// <summary>身份证号码, the later sign-in name.</summary>
    public string IdNumber { get; init; } = "";

    /// <summary>真实姓名.</summary>
    public string Name { get; init; } = "";

    /// <summary>手机号码.</summary>
    public string Mobile { get; init; } = "";

    /// <summary>电子邮箱.</summary>
    public string Mail { get; init; } = "";
}

/// <summary>
/// 新增管理员: a colleague in the adder's own role and organization, in force at once because the adder vouches, with the initial password.
/// Source: EMP-11, PRO-03, SYS-04, ACC-01, ACC-05.
/// </summary>
public sealed class AddAdministrator(UnitOfWork work, Caller caller, SecretBox box, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    /// <summary>Adds; gathers every refusal. Answers with the key of the account.</summary>
    public Task<Outcome<long>> RunAsync(NewAdministrator input, CancellationToken cancel) =>
        work.RunAsync<Account, long>(nameof(AddAdministrator), async write =>
        {
            if (caller.ReachFor(Permission.AddAdministrators) is not Jurisdiction.Colleagues { Role: var role, OrganizationId: var organizationId })
            {
                return AccountRefusals.AccountNotFound;
            }

            // Nobody chooses a password here; the initial one keeps no rules (ACC-01).
            var isNumber = IdNumber.TryParse(input.IdNumber, clock.Today(), out var idNumber);
            var applicant = new Applicant { IdNumber = input.IdNumber, Name = input.Name, Mobile = input.Mobile, Mail = input.Mail, Consent = true };
            List<Refusal> refusals = [.. ApplicantCheck.ReadPerson(applicant, isNumber ? idNumber : null)];
            if (refusals.Count > 0)
            {
                return refusals;
            }

            Organization? organization = organizationId is { } id ? await work.Db.Organizations.SingleAsync(o => o.Id == id, cancel) : null;
            var person = Person.Seal(idNumber, input.Name.Trim(), input.Mobile.Trim(), input.Mail.Trim(), box);
            var account = new Account(role, organization, person, AccountState.Active, write.At);
            if (await work.Db.Accounts.AnyAsync(a => a.NormalizedUserName == account.NormalizedUserName, cancel))
            {
                return AccountRefusals.AlreadyAdministrator;
            }

            account.SetInitialPassword(InitialPassword.Value, hasher, write.At + InitialPassword.Lifetime);
            work.Db.Add(new Message(account, MessageKind.AdministratorAdded, organization?.Name ?? Message.WholeSystem, null, write));
            return account;
        }, account => account.Id, cancel);
}
