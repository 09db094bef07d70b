using System.Globalization;
using System.Text.Json;
using HnCe.Domain.Credits;
using HnCe.Domain.Declarations;
using HnCe.Domain.Tests.Declarations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HnCe.Pages.Tests.Browser;

/// <summary>Each of the fifteen types with its own fields: declared by a teacher, forwarded by the unit, passed by the bureau, counted in his year.</summary>
[Collection(nameof(BrowserWalks))]
public sealed class FifteenTypesWalk(BrowserFixture browser) : IAsyncLifetime
{
    private const int Year = SampleAnswers.CreditYear;

    private static readonly DeclarationKind[] Kinds = Enum.GetValues<DeclarationKind>();

    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    [Trait("Spec", "DEC-01")]
    [Trait("Spec", "DEC-03")]
    [Trait("Spec", "DEC-04")]
    [Trait("Spec", "DEC-10")]
    [Trait("Spec", "DEC-12")]
    [Trait("Spec", "CRD-01")]
    public async Task EveryType_DeclaredForwardedAndPassed_CountsItsHours()
    {
        var teacher = await _world.ProfessionalAsync(_world.School);
        var page = await browser.SignInAsync(_world, teacher, javaScript: false);
        foreach (var kind in Kinds)
        {
            await DeclareAsync(page, kind);
        }

        await ForwardAllAsync();
        await PassAllAsync();

        var total = Kinds.Sum(HoursOf);
        await page.GotoAsync("/years");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(total.ToString("0.#", CultureInfo.InvariantCulture));
        var passed = await _world.ReadAsync(db => db.Declarations.Where(d => d.Status == DeclarationStatus.Passed).Select(d => new { d.Kind, d.RecognisedHours }).ToListAsync());
        Assert.Equal(Kinds.Select(kind => (kind, (decimal?)HoursOf(kind))), passed.OrderBy(d => d.Kind).Select(d => (d.Kind, d.RecognisedHours)));
        Assert.Equal(total, await _world.ReadAsync(db => db.YearTotals.Where(t => t.Year == Year).Select(t => t.ProfessionalHours).SingleAsync()));
        Assert.Equal(0, await _world.ReadAsync(db => db.YearTotals.Where(t => t.Year == Year + 1).Select(t => t.ProfessionalHours).SingleAsync()));
    }

    private async Task DeclareAsync(IPage page, DeclarationKind kind)
    {
        await page.GotoAsync($"/declare?kind={JsonNamingPolicy.SnakeCaseUpper.ConvertName(kind.ToString())}");
        await page.SelectOptionAsync("[name=creditYear]", $"{Year}");
        foreach (var (name, answer) in SampleAnswers.For(kind))
        {
            await AnswerAsync(page.Locator($"[name='details.{name}']"), answer);
        }

        await page.SetInputFilesAsync("[name=file]", new FilePayload { Name = $"{kind}.png", MimeType = "image/png", Buffer = Proof.Png });
        await page.Locator(".actions").GetByRole(AriaRole.Button, new() { Name = "下一步：核对" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync($"核对：{SampleAnswers.Definition(kind).Name}");
        await Expect(page.Locator(".answers")).ToContainTextAsync($"{HoursOf(kind):0.#}学时");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("申报成功，请耐心等待上级部门的审批");
    }

    private static async Task AnswerAsync(ILocator field, string answer)
    {
        var (tag, type) = ((await field.First.EvaluateAsync<string>("e => e.tagName")), await field.First.GetAttributeAsync("type"));
        await ((tag, type) switch
        {
            ("SELECT", _) => field.SelectOptionAsync(answer),
            (_, "radio") => field.And(field.Page.Locator($"[value='{answer}']")).CheckAsync(),
            _ => field.FillAsync(answer),
        });
    }

    private async Task ForwardAllAsync()
    {
        var page = await browser.SignInAsync(_world, _world.As(_world.School), javaScript: false);
        await page.GotoAsync("/forward/professional?size=20");
        foreach (var box in await page.Locator("tbody .tick input").AllAsync())
        {
            await box.CheckAsync();
        }

        await page.GetByLabel(_world.Zhengzhou.Name + "（同级人社部门）").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "批量申报" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"申报 {Kinds.Length} 项" }).ClickAsync();
        await Expect(page.Locator(".notice.pass")).ToContainTextAsync($"已申报 {Kinds.Length} 项");
    }

    private async Task PassAllAsync()
    {
        var page = await browser.SignInAsync(_world, _world.As(_world.Zhengzhou), javaScript: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "审核其它继续教育形式申报信息" }).First.ClickAsync();
        await page.Locator("tr", new() { HasText = _world.School.Name }).GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = $"全部通过 {Kinds.Length} 项" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"通过 {Kinds.Length} 项" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"通过 {Kinds.Length} 项");
    }

    private static decimal HoursOf(DeclarationKind kind) =>
        CreditRules.Delivered.Propose(kind, SampleAnswers.For(kind), Year, RequiredHours.Fallback.ProfessionalHours)!.Hours;
}
