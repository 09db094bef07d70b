using System.Text.RegularExpressions;
using HnCe.Domain.Certificates;
using HnCe.Domain.Declarations;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HnCe.Pages.Tests.Browser;

/// <summary>A reviewer's day: from the list of organizations to single items by keyboard, then everything at once.</summary>
[Collection(nameof(BrowserWalks))]
public sealed class ReviewWalk(BrowserFixture browser) : IAsyncLifetime
{
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    [Trait("Spec", "REV-01")]
    [Trait("Spec", "REV-02")]
    [Trait("Spec", "REV-03")]
    [Trait("Spec", "REV-04")]
    [Trait("Spec", "REV-05")]
    public async Task Reviewer_ByKeyboardThenAllAtOnce_DecidesEverything()
    {
        var people = await _world.ProfessionalsAsync(_world.School, 5);
        await _world.DeclarationsAsync([.. people.Take(4)], DeclarationStatus.UnderReview);
        var page = await browser.SignInAsync(_world, _world.As(_world.Zhengzhou));
        await page.GetByRole(AriaRole.Link, new() { Name = "审核其它继续教育形式申报信息" }).First.ClickAsync();
        await page.Locator("tr", new() { HasText = _world.School.Name }).GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "逐项审核" }).ClickAsync();

        await Expect(page.GetByText("第 1 项，共 4 项待审")).ToBeVisibleAsync();
        await BrowserFixture.WholeAsync(page);
        await page.Keyboard.PressAsync("p");
        await Expect(page.GetByText("第 1 项，共 3 项待审")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("通过，认定 20 学时");
        await BrowserFixture.WholeAsync(page);
        await page.Keyboard.PressAsync("f");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请填写原因");
        await page.GetByLabel("意见").FillAsync("证明材料看不清");
        await page.GetByRole(AriaRole.Button, new() { Name = "不通过" }).ClickAsync();
        await Expect(page.GetByText("第 1 项，共 2 项待审")).ToBeVisibleAsync();

        await page.Locator(".crumbs").GetByRole(AriaRole.Link, new() { Name = _world.School.Name }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "全部通过 2 项" }).ClickAsync();
        await _world.DeclarationAsync(people[4], DeclarationStatus.UnderReview);
        await page.GetByRole(AriaRole.Button, new() { Name = "通过 2 项" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("您确认的是 2 条，现在待审核的是 3 条");
        await page.GetByRole(AriaRole.Button, new() { Name = "通过 3 项" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("通过 3 项");
        Assert.Equal(4, await _world.ReadAsync(db => db.Declarations.CountAsync(d => d.Status == DeclarationStatus.Passed)));
        Assert.Equal(1, await _world.ReadAsync(db => db.Declarations.CountAsync(d => d.Status == DeclarationStatus.Failed)));
    }

    [Fact]
    [Trait("Spec", "CER-05")]
    public async Task Verification_FromTheQrPictureOnAPhone_FitsTheScreen()
    {
        var teacher = await _world.ProfessionalAsync(_world.School, "欧阳晓岚");
        await _world.DeclarationAsync(teacher, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        await _world.DeclarationAsync(teacher, DeclarationStatus.Passed, hours: 60);
        var year = await _world.ReadAsync(db => db.YearTotals.Select(t => t.Id).SingleAsync());
        await _world.As(_world.School).MustAsync(
            "mutation($year: ID!) { issueCertificate(input: { yearCompletion: $year }) { userErrors { code } } }", new { year = GlobalId.Encode("YearCompletion", year) });
        var number = await _world.ReadAsync(db => db.Certificates.Select(c => c.Number).SingleAsync());
        var link = new Uri(_world.Services.GetRequiredService<CertificateLinks>().VerificationUrl(number)).PathAndQuery;
        var page = await browser.OpenAsync(_world, width: 360);

        await page.GotoAsync(link);

        await Expect(page).ToHaveTitleAsync(new Regex("^证书验证：有效"));
        await Expect(page.GetByText(number)).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }
}
