using HnCe.Pages.Accounts;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HnCe.Pages.Organizations;

/// <summary>市、区（县）人社局注册: choose the bureau, fill in the applicant's account. Source: BUR-01 to BUR-03, S-PUB-05.</summary>
public sealed class RegisterBureauModel(GraphClient graph) : RegistrationPage<BureauForm>
{
    public string NoticeVersion { get; private set; } = "";

    public string BureauName { get; private set; } = "";

    public string Picker => PickerOf("bureau")!;

    protected override string Kind => "bureau";

    protected override async Task LoadAsync()
    {
        var shown = await graph.AskAsync<Shown>("Shown", new { bureau = Form.Bureau ?? "" });
        (NoticeVersion, BureauName) = (shown.NoticeVersion, shown.PickedHrBureau?.Name ?? "");
    }

    protected override async Task<Registered> SendAsync() =>
        (await graph.AskAsync<Sent>("Register", new { input = new { Form.Bureau, applicant = Form.Applicant.ToInput() } })).RegisterBureauAdministrator;

    protected override string? PickerOf(string field) =>
        field == "bureau" ? Url.Page("/Organizations/PickBureau", new { field, back = Url.Page("/Organizations/RegisterBureau"), local = "true" }) : null;

    private sealed record Shown(string NoticeVersion, Named? PickedHrBureau);

    private sealed record Named(string Name);

    private sealed record Sent(Registered RegisterBureauAdministrator);
}

/// <summary>What is filled in at 市、区（县）人社局注册.</summary>
public sealed class BureauForm : IRegistrationForm
{
    public string? Bureau { get; set; }

    public ApplicantForm Applicant { get; set; } = new();

    public void Take(string field, string choice) => Bureau = field == "bureau" ? choice : Bureau;

    public IReadOnlyList<UserError> Mistyped() => Applicant.Mistyped("applicant.passwordAgain");
}
