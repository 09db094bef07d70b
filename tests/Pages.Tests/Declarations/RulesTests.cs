using System.Net;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Declarations;

/// <summary>The pages on which the province keeps types and hours, and those of an objection.</summary>
public sealed class RulesTests : IAsyncLifetime
{
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    [Trait("Spec", "DEC-10")]
    [Trait("Spec", "DEC-11")]
    public async Task Hours_ChangedOnTheForm_ArePreviewedSavedListedAndWithdrawn()
    {
        var browser = await _world.SignInAsync(_world.As(_world.Province));
        var list = await Shown.OpenAsync(browser, "/declarations/rules");
        Assert.Equal(15, list.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("国家级刊物 40 学时", list.Text, StringComparison.Ordinal);

        var form = await list.GoAsync("/declarations/rules/PUBLISHED_PAPER");
        var preview = await form.SubmitAsync("button[value=preview]:not(.hide)", ("rates.3.hours", "45"), ("fields.4.required", "true"), ("proofs", "封面和目录"));
        Assert.Contains("按新标准：国家级刊物 45 学时 × 第一作者 1 = 45 学时", preview.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _world.ReadAsync(db => db.DeclarationRevisions.CountAsync()));

        var saved = await preview.SubmitAsync("button[value=save]");
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var after = await saved.FollowAsync();
        Assert.Contains("年度起的标准（尚未生效）", after.Text, StringComparison.Ordinal);
        Assert.Contains($"{_world.Year + 1} 年度起执行新标准", (await after.GoAsync("/declarations/rules")).Text, StringComparison.Ordinal);
        var stored = StandardText.ReadDefinition(await _world.ReadAsync(db => db.DeclarationRevisions.Select(r => r.Definition).SingleAsync()));
        Assert.Equal(["封面和目录"], stored.Proofs);
        Assert.Equal((true, 200), (stored.Field("cn")!.Required, stored.Field("title")!.MaxLength));

        var withdrawn = await (await after.SubmitAsync("form[action*=Withdraw] button")).FollowAsync();
        Assert.Contains("已撤回这次修订", withdrawn.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "DEC-10")]
    public async Task Mistakes_KeepTheAnswersAndSayWhatIsWrong()
    {
        var form = await Shown.OpenAsync(await _world.SignInAsync(_world.As(_world.Province)), "/declarations/rules/AWARD");

        var noNumber = await form.SubmitAsync("button[value=save]", ("rates.0.hours", "二十"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "二十"), (noNumber.Status, noNumber.ValueOf("rates.0.hours")));
        var tooMany = await form.SubmitAsync("button[value=save]", ("rates.0.hours", "300"));
        Assert.Contains(tooMany.Errors, error => error.Contains("学时应在 0 到 200 之间", StringComparison.Ordinal));
        var typed = await form.SubmitAsync("button[value=save]", ("expert", "true"), ("rule", "{ \"rates\": 1 }"));
        Assert.Equal("{ \"rates\": 1 }", typed.ValueOf("rule"));
        Assert.NotEmpty(typed.Errors);
        Assert.Equal(["只能修订以后年度的标准：生效年度应在 2027 到 2036 之间"], (await form.SubmitAsync("button[value=save]", ("validFromYear", "2026"))).Errors);
        Assert.Equal(0, await _world.ReadAsync(db => db.DeclarationRevisions.CountAsync()));
    }

    [Fact]
    [Trait("Spec", "DEC-05")]
    public async Task ClosingDate_IsSetOnThePage()
    {
        var page = await Shown.OpenAsync(await _world.SignInAsync(_world.As(_world.Province)), "/declarations/rules");

        var wrong = await page.SubmitAsync("form:has([name=closesOn]) button", ("closesOn", $"{_world.Year + 1}-04-30"));
        var set = await page.SubmitAsync("form:has([name=closesOn]) button", ("closesOn", $"{_world.Year}-04-30"));

        Assert.Equal([$"{_world.Year - 1} 年度的截止日期应在 {_world.Year} 年之内"], wrong.Errors);
        Assert.Contains($"已设为 {_world.Year}-04-30", (await set.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(4, await _world.ReadAsync(db => db.CreditYearClosings.Select(c => c.Month).SingleAsync()));
    }

    [Theory]
    [InlineData(UserType.Employer)]
    [InlineData(UserType.LocalBureau)]
    [InlineData(UserType.SystemAdmin)]
    [Trait("Spec", "DEC-10")]
    public async Task Rules_ForOthers_AreClosed(UserType role)
    {
        var browser = await _world.SignInAsync(_world.As(role));

        Assert.NotEqual(HttpStatusCode.OK, (await Shown.OpenAsync(browser, "/declarations/rules")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await Shown.OpenAsync(browser, "/declarations/rules/AWARD")).Status);
    }

    [Fact]
    [Trait("Spec", "DEC-09")]
    public async Task Objection_IsRaisedOnTheRecordSeenInTheListAndSettled()
    {
        var teacher = await _world.ProfessionalAsync(_world.School);
        var id = await _world.DeclarationAsync(teacher, DeclarationStatus.ToForward);
        var own = await Shown.OpenAsync(await _world.SignInAsync(teacher), $"/declarations/{World.IdOf(id)}/object");
        Assert.Equal(["请写明异议（1 至 500 字），单位会看到"], (await own.SubmitAsync("form.card button")).Errors);
        var objected = await (await own.SubmitAsync("form.card button", ("note", "没有参加"))).FollowAsync();
        Assert.Contains("没有参加", objected.Document.QuerySelector(".notice.wait")!.TextContent, StringComparison.Ordinal);

        var clerk = await _world.SignInAsync(_world.As(_world.School));
        var list = await Shown.OpenAsync(clerk, "/forward/professional");
        Assert.Contains("本人有异议：没有参加", list.Text, StringComparison.Ordinal);
        Assert.Null(list.Document.QuerySelector("tbody .tick input"));
        var settle = await list.GoAsync($"/declarations/{World.IdOf(id)}/settle");
        Assert.Equal(["请填写原因（1 至 500 字），本人会看到"], (await settle.SubmitAsync("button[value=keep]")).Errors);
        var kept = await (await settle.SubmitAsync("button[value=keep]", ("reason", "有签到表"))).FollowAsync();
        Assert.NotNull(kept.Document.QuerySelector("tbody .tick input"));
        var cancelled = await (await kept.GoAsync($"/declarations/{World.IdOf(id)}/settle")).SubmitAsync("button[value=cancel]", ("reason", "重新登记"));

        Assert.Contains("已撤销登记", (await cancelled.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(DeclarationStatus.Withdrawn, await _world.ReadAsync(db => db.Declarations.Select(d => d.Status).SingleAsync()));
    }
}
