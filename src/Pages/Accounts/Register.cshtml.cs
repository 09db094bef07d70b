using HnCe.Pages.Hosting;
using HnCe.Pages.Organizations;
using Microsoft.AspNetCore.Mvc;

namespace HnCe.Pages.Accounts;

/// <summary>个人用户注册. Source: IND-01 to IND-09.</summary>
public sealed class RegisterModel(GraphClient graph) : RegistrationPage<RegisterForm>
{
    public RegisterLists Lists { get; private set; } = null!;

    public string EmployerName { get; private set; } = "";

    public string DepartmentName { get; private set; } = "";

    public string MajorName { get; private set; } = "";

    protected override async Task<Registered> SendAsync() => (await graph.AskAsync<RegisterAnswer>("Register", new { input = Form.ToInput() })).RegisterProfessional;

    protected override UserError? MissingFor(string field) =>
        field == "department" && Form.Employer is null ? new("EMPLOYER_FIRST", "请先选择所属法人单位", "department") : null;

    protected override string? PickerOf(string field)
    {
        var back = Url.Page("/Accounts/Register");
        return field switch
        {
            "employer" => Url.Page("/Organizations/PickEmployer", new { field, back }),
            "department" => Url.Page("/Organizations/PickDepartment", new { field, back, employer = Form.Employer }),
            "major" => Url.Page("/ReferenceData/PickCode", new { list = "majors", field, back }),
            _ => null,
        };
    }

    protected override async Task LoadAsync()
    {
        Lists = await graph.AskAsync<RegisterLists>("Lists");
        if (Form.Employer is not null && (await graph.AskAsync<EmployerAnswer>("Employer", new { id = Form.Employer })).PickedEmployer is { } employer)
        {
            EmployerName = new OrganizationRow("", employer.Name, null, employer.RegionName).Text;
            DepartmentName = DepartmentNames.InFull(employer.Departments).FirstOrDefault(one => one.Id == Form.Department)?.Name ?? "";
        }

        if (Form.Major is not null)
        {
            MajorName = (await graph.AskAsync<MajorsAnswer>("Majors")).Codes.FirstOrDefault(one => one.Code == Form.Major)?.Name ?? "";
        }
    }

    private sealed record EmployerAnswer(ChosenEmployer? PickedEmployer);

    private sealed record MajorsAnswer(IReadOnlyList<CodeAnswer> Codes);

    private sealed record RegisterAnswer(Registered RegisterProfessional);
}
