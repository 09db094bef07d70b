using System.Text.RegularExpressions;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HnCe.Pages.Tests.Browser;

/// <summary>A clerk's December: forward what waits, hear what somebody else was quicker with, print a certificate.</summary>
[Collection(nameof(BrowserWalks))]
public sealed class ForwardWalk(BrowserFixture browser) : IAsyncLifetime
{
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Spec", "EMP-21")]
    [Trait("Spec", "FWD-04")]
    [Trait("Spec", "FWD-05")]
    public async Task Clerk_ForwardsFour_HearsThatOneWasForwardedMeanwhile(bool javaScript)
    {
        var people = await _world.ProfessionalsAsync(_world.School, 4);
        var ids = await _world.DeclarationsAsync(people);
        var page = await browser.SignInAsync(_world, _world.As(_world.School), javaScript);
        await page.GetByRole(AriaRole.Link, new() { Name = "其它继续教育形式申报（专业）" }).First.ClickAsync();
        foreach (var box in await page.Locator("tbody .tick input").AllAsync())
        {
            await box.CheckAsync();
        }

        await page.GetByLabel(_world.Zhengzhou.Name + "（同级人社部门）").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "批量申报" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"申报 4 项，送往{_world.Zhengzhou.Name}（同级人社部门）？");
        await _world.As(_world.School).MustAsync(
            "mutation($ids: [ID!]!) { forwardDeclarations(input: { ids: $ids, target: INDUSTRY_DEPARTMENT }) { userErrors { code } } }", new { ids = new[] { World.IdOf(ids[3]) } });
        await page.GetByRole(AriaRole.Button, new() { Name = "申报 4 项" }).ClickAsync();

        await Expect(page.Locator(".notice.pass")).ToContainTextAsync("申报成功，请耐心等待上级部门的审批。已申报 3 项。");
        await Expect(page.Locator(".notice.fail li")).ToContainTextAsync(people[3].Person!.Name);
        await Expect(page.Locator(".notice.fail li")).ToContainTextAsync("每条其它继续教育形式信息仅允许上报一次");
        await page.GetByRole(AriaRole.Link, new() { Name = "待审核 4" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(4);
        Assert.Equal(3, await _world.ReadAsync(db => db.Declarations.CountAsync(d => d.TargetId == _world.Zhengzhou.Id)));
    }

    [Fact]
    [Trait("Spec", "EMP-20")]
    public async Task Clerk_WithoutMouse_TicksAndForwards()
    {
        await _world.DeclarationsAsync(await _world.ProfessionalsAsync(_world.School, 2), category: SubjectCategory.Public);
        var page = await browser.SignInAsync(_world, _world.As(_world.School));
        await page.GotoAsync("/forward/general");

        await TabToAsync(page, "tbody .tick input");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, ".batch button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("申报 1 项");
        await TabToAsync(page, ".tools button");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已申报 1 项");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Spec", "EMP-25")]
    [Trait("Spec", "CER-03")]
    public async Task Clerk_PrintsCertificate_GetsOneA4Page(bool javaScript)
    {
        var person = await _world.ProfessionalAsync(_world.School, "欧阳晓岚");
        await _world.DeclarationAsync(person, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        await _world.DeclarationAsync(person, DeclarationStatus.Passed, hours: 60);
        var page = await browser.SignInAsync(_world, _world.As(_world.School), javaScript);
        await page.GetByRole(AriaRole.Link, new() { Name = "证书打印" }).First.ClickAsync();

        var sheetPage = await page.Context.RunAndWaitForPageAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "欧阳晓岚" }).ClickAsync());
        await Expect(sheetPage).ToHaveURLAsync(new Regex("/certificates/HN.*[.]pdf$"));

        using var pdf = PdfDocument.Open(await (await page.APIRequest.GetAsync(sheetPage.Url)).BodyAsync());
        var sheet = Assert.Single(pdf.GetPages());
        Assert.Equal(PageSize.A4, sheet.Size);
        Assert.Contains("欧阳晓岚", sheet.Text, StringComparison.Ordinal);
        Assert.Contains(await _world.ReadAsync(db => db.Certificates.Select(c => c.Number).SingleAsync()), sheet.Text, StringComparison.Ordinal);
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"The keyboard does not reach {selector}.");
    }
}
