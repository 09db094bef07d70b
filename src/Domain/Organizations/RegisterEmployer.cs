using HnCe.Domain.Access;
using HnCe.Domain.Accounts;

namespace HnCe.Domain.Organizations;

/// <summary>单位注册: an employer and its first administrator wait for the same-level bureau. Source: EMP-01 to EMP-05, MSG-02.</summary>
public sealed class RegisterEmployer(OrganizationRegistrar registrar)
{
    /// <summary>Registers; gathers every refusal. Answers with the key of the registration.</summary>
    public Task<Outcome<long>> RunAsync(OrganizationApplication input, CancellationToken cancel) =>
        registrar.RegisterAsync(nameof(RegisterEmployer), RegistrationKind.Employer, input,
            checkedInput => new Employer(checkedInput.Name, checkedInput.Code, checkedInput.RegionCode, checkedInput.Supervisor, checkedInput.IndustryDepartment), cancel);
}
