using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Organizations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>What all registrations do with the applicant: check, look whether the person is there already, open the account. Source: EMP-04, INS-03, BUR-01, DEP-01.</summary>
public sealed class ApplicantAccounts(UnitOfWork work, SecretBox box, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    /// <summary>Adds every refusal, each below a path such as <c>applicant</c>; answers with the ID number, null when it is none.</summary>
    internal IdNumber? Check(Applicant applicant, List<Refusal> refusals, string? below = null)
    {
        IdNumber? idNumber = IdNumber.TryParse(applicant.IdNumber, clock.Today(), out var number) ? number : null;
        refusals.AddRange(ApplicantCheck.Read(applicant, idNumber).Select(refusal => below is null ? refusal : refusal.At($"{below}.{refusal.Path}")));
        return idNumber;
    }

    /// <summary>Whether the person has, or waits for, this very account. Source: IND-11, MSG-14.</summary>
    internal Task<bool> IsTakenAsync(UserType type, long? organizationId, IdNumber idNumber, CancellationToken cancel)
    {
        var key = Account.SignInKey(type, organizationId, box.HashOf(idNumber));
        return work.Db.Accounts.AnyAsync(a => a.NormalizedUserName == key, cancel);
    }

    /// <summary>A checked applicant, ready to be stored.</summary>
    internal Person Seal(Applicant applicant, IdNumber idNumber) =>
        Person.Seal(idNumber, applicant.Name.Trim(), applicant.Mobile.Trim(), applicant.Mail.Trim(), box);

    /// <summary>The account of a checked applicant, at an organization that is stored already.</summary>
    internal Account Open(UserType type, Organization? organization, Person person, string password, AccountState state, WriteContext write)
    {
        var account = new Account(type, organization, person, state, write.At);
        account.SetPassword(password, hasher);
        return account;
    }

    /// <summary>Sends a registration to whoever decides; the audit log says which notice was agreed to. Source: IND-08.</summary>
    internal Registration Submit(Registration registration, WriteContext write)
    {
        work.Db.Add(registration);
        write.Note("PersonalDataNotice", $"\"{PersonalDataNotice.Version}\"");
        return registration;
    }
}
