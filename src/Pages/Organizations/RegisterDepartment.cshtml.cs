using HnCe.Pages.Accounts;
using HnCe.Pages.Hosting;

namespace HnCe.Pages.Organizations;

/// <summary>行业主管部门管理员注册: region, bureau, code and name, then the applicant's account. Source: DEP-01, DEP-02, S-PUB-06.</summary>
public sealed class RegisterDepartmentModel(GraphClient graph) : RegistrationPage<DepartmentForm>
{
    public string NoticeVersion { get; private set; } = "";

    public string RegionName { get; private set; } = "";

    public string BureauName { get; private set; } = "";

    protected override string Kind => "department";

    /// <summary>Address of a picker as a dialog, which takes the region from the form by script.</summary>
    public string Picker(string field) => OrganizationPickers.AddressOf(Url, "/Organizations/RegisterDepartment", field)!;

    protected override async Task LoadAsync()
    {
        var shown = await graph.AskAsync<Shown>("Shown", new { region = Form.Department.RegionCode ?? "", bureau = Form.Department.Bureau ?? "" });
        (NoticeVersion, RegionName, BureauName) = (shown.NoticeVersion, shown.Region?.FullName ?? "", shown.PickedHrBureau?.Name ?? "");
    }

    protected override async Task<Registered> SendAsync() => (await graph.AskAsync<Sent>("Register", new { input = Form.ToInput() })).RegisterIndustryDepartment;

    protected override string? PickerOf(string field) => OrganizationPickers.AddressOf(Url, "/Organizations/RegisterDepartment", field, Form.Department.RegionCode);

    protected override UserError? MissingFor(string field) => OrganizationPickers.MissingFor(field, Form.Department.RegionCode);

    private sealed record Shown(string NoticeVersion, Region? Region, Named? PickedHrBureau);

    private sealed record Region(string FullName);

    private sealed record Named(string Name);

    private sealed record Sent(Registered RegisterIndustryDepartment);
}

/// <summary>What is filled in at 行业主管部门管理员注册.</summary>
public sealed class DepartmentForm : IRegistrationForm
{
    public DepartmentAnswers Department { get; set; } = new();

    public ApplicantForm Applicant { get; set; } = new();

    public void Take(string field, string choice)
    {
        if (field == "department.regionCode")
        {
            (Department.RegionCode, Department.Bureau) = (choice, choice == Department.RegionCode ? Department.Bureau : null);
        }
        else if (field == "department.bureau")
        {
            Department.Bureau = choice;
        }
    }

    public IReadOnlyList<UserError> Mistyped() => Applicant.Mistyped("applicant.passwordAgain");

    /// <summary>The variable <c>input</c> of registerIndustryDepartment; the region only led to the bureau.</summary>
    public object ToInput() => new
    {
        department = new { Department.Bureau, Code = Department.Code ?? "", Name = Department.Name ?? "" },
        applicant = Applicant.ToInput(),
    };
}

/// <summary>The department's part of the form.</summary>
public sealed class DepartmentAnswers
{
    public string? RegionCode { get; set; }

    public string? Bureau { get; set; }

    public string? Code { get; set; }

    public string? Name { get; set; }
}
