using GraphQL;
using HnCe.Domain.Organizations;
using HnCe.Graph.Accounts;
using HnCe.Graph.Server;

namespace HnCe.Graph.Organizations;

/// <summary>What came of the registration of an employer. EMP-05.</summary>
public sealed class RegisterEmployerPayload : RegistrationPayload;

/// <summary>What came of the registration of an institution. INS-04.</summary>
public sealed class RegisterInstitutionPayload : RegistrationPayload;

/// <summary>What came of the registration of a bureau's administrator. BUR-03.</summary>
public sealed class RegisterBureauAdministratorPayload : RegistrationPayload;

/// <summary>What came of the registration of an industry department. DEP-02.</summary>
public sealed class RegisterIndustryDepartmentPayload : RegistrationPayload;

[MutationType]
internal static class RegistrationMutations
{
    /// <summary>Registers an employer with its first administrator; both wait for the same-level bureau. 单位注册. EMP-01 to EMP-05.</summary>
    /// <param name="input">What was filled in.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static async Task<RegisterEmployerPayload> RegisterEmployer(RegisterEmployerInput input, [FromServices] RegisterEmployer useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Organization.With(input.Applicant), cancel))
            .To(_ => new RegisterEmployerPayload { Message = "您已完成单位注册，请耐心等待所属人社部门审批" });

    /// <summary>Registers an institution with its first administrator; both wait for the same-level bureau. 施教机构注册. INS-01 to INS-04.</summary>
    /// <param name="input">What was filled in.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static async Task<RegisterInstitutionPayload> RegisterInstitution(RegisterInstitutionInput input, [FromServices] RegisterInstitution useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Organization.With(input.Applicant), cancel))
            .To(_ => new RegisterInstitutionPayload { Message = "您已完成施教机构注册，请耐心等待所属人社部门审批" });

    /// <summary>Registers an administrator of an existing bureau, who waits for the bureau above. 市、区（县）人社局注册. BUR-01 to BUR-03.</summary>
    /// <param name="input">What was filled in.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static async Task<RegisterBureauAdministratorPayload> RegisterBureauAdministrator(
        RegisterBureauAdministratorInput input, [FromServices] RegisterBureauAdministrator useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Bureau?.Value, input.Applicant.ToApplicant(), cancel))
            .To(_ => new RegisterBureauAdministratorPayload { Message = "您已完成人社管理员注册，请耐心等待所属人社部门审批" });

    /// <summary>Registers an industry department with its first administrator, or a further one; the same-level bureau reviews. 行业主管部门注册. DEP-01, DEP-02, Q5.</summary>
    /// <param name="input">What was filled in.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static async Task<RegisterIndustryDepartmentPayload> RegisterIndustryDepartment(
        RegisterIndustryDepartmentInput input, [FromServices] RegisterIndustryDepartment useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(new(input.Department.Code, input.Department.Name, input.Department.Bureau?.Value, input.Applicant.ToApplicant()), cancel))
            .To(_ => new RegisterIndustryDepartmentPayload { Message = "您已完成行业主管注册，请耐心等待所属人社部门审批" });
}
