using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>市、区（县）人社局注册: an administrator of an existing bureau waits for the bureau above. Source: BUR-01 to BUR-03, MSG-04, Q4.</summary>
public sealed class RegisterBureauAdministrator(UnitOfWork work, ApplicantAccounts accounts, OrganizationRegistrar registrar)
{
    /// <summary>Registers; gathers every refusal, at <c>bureau</c> and below <c>applicant</c>. Answers with the key of the registration.</summary>
    /// <param name="bureauId">Key of the bureau.</param>
    /// <param name="applicant">Who registers.</param>
    /// <param name="cancel">Cancellation.</param>
    public Task<Outcome<long>> RunAsync(long? bureauId, Applicant applicant, CancellationToken cancel) =>
        work.RunAsync<Registration, long>(nameof(RegisterBureauAdministrator), async write =>
        {
            var refusals = new List<Refusal>();
            var bureau = await work.Db.HrBureaus.Include(b => b.Supervisor).SingleOrDefaultAsync(b => b.Id == bureauId, cancel);
            if (Unfit(bureau) is { } unfit)
            {
                refusals.Add(unfit.At("bureau"));
            }

            var idNumber = accounts.Check(applicant, refusals, "applicant");
            if (idNumber is { } number && bureau is not null && await accounts.IsTakenAsync(UserType.LocalBureau, bureau.Id, number, cancel))
            {
                refusals.Add(AccountRefusals.AlreadyRegistered.At("applicant.idNumber"));
            }

            return refusals.Count > 0 ? refusals
                : registrar.Submit(RegistrationKind.LocalBureau, UserType.LocalBureau, bureau!, bureau!.Supervisor!, applicant, idNumber!.Value, write);
        }, registration => registration.Id, cancel);

    private static Refusal? Unfit(HrBureau? bureau) => bureau switch
    {
        null or { Tier: BureauTier.Province } or { Supervisor: null } => RegistrationRefusals.NotALocalBureau,
        { State: not OrganizationState.Active } => RegistrationRefusals.BureauRetired,
        { Supervisor.State: not OrganizationState.Active } => RegistrationRefusals.ParentRetired,
        _ => null,
    };
}
