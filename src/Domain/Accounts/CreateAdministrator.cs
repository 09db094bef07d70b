using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>Creates the first administrators of system and province (系统管理员, 省厅管理员), which no page can. Run by the installation command. Source: GEN-03.</summary>
public sealed class CreateAdministrator(UnitOfWork work, ApplicantAccounts accounts)
{
    private static readonly Refusal WrongType = new(RefusalCode.NotAnOption, "只能创建系统管理员（SystemAdmin）或省厅管理员（ProvincialDepartment）", "type");

    private static readonly Refusal Exists = new(RefusalCode.AlreadyRegistered, "该身份证号码已有这一类型的帐号", "idNumber");

    /// <summary>Creates an active account; gathers every refusal. Answers with its key.</summary>
    /// <param name="type">系统管理员 or 省人力资源和社会保障厅.</param>
    /// <param name="person">ID number, name, mobile, mail and password; consent is not looked at.</param>
    /// <param name="cancel">Cancellation.</param>
    public Task<Outcome<long>> RunAsync(UserType type, Applicant person, CancellationToken cancel) =>
        work.RunAsync<Account, long>(nameof(CreateAdministrator), async write =>
        {
            List<Refusal> refusals = type is UserType.SystemAdmin or UserType.ProvincialDepartment ? [] : [WrongType];
            var idNumber = accounts.Check(person with { Consent = true }, refusals);
            if (refusals.Count > 0)
            {
                return refusals;
            }

            var province = type is UserType.ProvincialDepartment ? await work.Db.HrBureaus.SingleAsync(bureau => bureau.Tier == BureauTier.Province, cancel) : null;
            if (await accounts.IsTakenAsync(type, province?.Id, idNumber!.Value, cancel))
            {
                return Exists;
            }

            var account = accounts.Open(type, province, accounts.Seal(person, idNumber.Value), person.Password, AccountState.Active, write);
            work.Db.Accounts.Add(account);
            return account;
        }, account => account.Id, cancel);
}
