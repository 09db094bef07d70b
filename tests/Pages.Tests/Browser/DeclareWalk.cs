using HnCe.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HnCe.Pages.Tests.Browser;

/// <summary>A teacher declares a paper: first with mistakes, then right, sees it in the list and takes it back.</summary>
[Collection(nameof(BrowserWalks))]
public sealed class DeclareWalk(BrowserFixture browser) : IAsyncLifetime
{
    private World _world = null!;
    private Actor _teacher = null!;
    private IPage _page = null!;

    public async Task InitializeAsync()
    {
        _world = await World.CreateAsync();
        _teacher = await _world.ProfessionalAsync(_world.School);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Spec", "IND-19")]
    [Trait("Spec", "IND-21")]
    [Trait("Spec", "IND-25")]
    public async Task Paper_DeclaredWithMistakesThenRight_IsListedAndWithdrawn(bool javaScript)
    {
        _page = await browser.SignInAsync(_world, _teacher, javaScript);
        await _page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "申报", Exact = true }).ClickAsync();
        await _page.GetByRole(AriaRole.Link, new() { Name = "发表论文" }).ClickAsync();
        await FillAsync();

        await ShowsAsync("请选择证明材料文件");
        await ChooseAsync(await PictureAsync("一.png"), await PictureAsync("二.png"));
        await ShowsAsync("ISSN 不正确：末位校验码不符，请对照刊物封面", "如有多个文件，请先压缩成一个文件再上传", "内容框中的文字不得超过 1000 字");
        await ChooseAsync(await HugeAsync());
        await ShowsAsync("文件超过 10 MB");
        await Expect(_page.Locator("[name='details.title']")).ToHaveValueAsync("函数概念的进阶式教学");

        await _page.FillAsync("[name='details.issn']", "1004-1230");
        await _page.FillAsync("[name=remark]", "阶段成果");
        await ChooseAsync(await PictureAsync("论文首页.png"));
        await NextAsync();
        await Expect(_page.Locator("h1")).ToHaveTextAsync("核对：发表论文");
        await Expect(_page.Locator(".answers")).ToContainTextAsync("20学时");
        await _page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Expect(_page.GetByRole(AriaRole.Status)).ToContainTextAsync("申报成功，请耐心等待上级部门的审批");

        await WithdrawAsync();
    }

    private async Task FillAsync()
    {
        (string Name, string Value)[] answers =
        [
            ("title", "函数概念的进阶式教学"), ("journal", "中原数学教学"), ("issn", "1004-1231"), ("cn", "41-1234/G4"), ("issue", "2026, 3: 47-50"),
            ("publishedOn", "2026-03-05"), ("rank", "1"), ("words", "5200"),
        ];
        foreach (var (name, value) in answers)
        {
            await _page.FillAsync($"[name='details.{name}']", value);
        }

        await _page.SelectOptionAsync("[name='details.level']", "PROVINCIAL");
        await _page.CheckAsync("[name='details.supplement'][value=false]");
        await _page.FillAsync("[name=remark]", new string('字', 1001));
    }

    private async Task WithdrawAsync()
    {
        await _page.GotoAsync("/declarations");
        await Expect(_page.Locator("tbody tr")).ToContainTextAsync("待单位审核");
        await _page.Locator("tbody").GetByRole(AriaRole.Link, new() { Name = "撤回" }).ClickAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "撤回", Exact = true }).ClickAsync();
        await Expect(_page.GetByRole(AriaRole.Status)).ToContainTextAsync("已撤回“函数概念的进阶式教学”");
        await Expect(_page.Locator("tbody tr .state")).ToHaveTextAsync("已撤回");
    }

    private async Task ShowsAsync(params string[] messages)
    {
        await NextAsync();
        foreach (var message in messages)
        {
            await Expect(_page.GetByRole(AriaRole.Alert)).ToContainTextAsync(message);
        }
    }

    private Task NextAsync() => _page.Locator(".actions").GetByRole(AriaRole.Button, new() { Name = "下一步：核对" }).ClickAsync();

    private Task ChooseAsync(params string[] files) => _page.SetInputFilesAsync("[name=file]", files);

    private async Task<string> PictureAsync(string name)
    {
        var path = Path.Combine(_world.Folder, name);
        await File.WriteAllBytesAsync(path, Proof.Png);
        return path;
    }

    private async Task<string> HugeAsync()
    {
        var path = Path.Combine(_world.Folder, "扫描件.pdf");
        await File.WriteAllBytesAsync(path, [.. "%PDF-1.7\n"u8, .. new byte[50 * 1024 * 1024]]);
        return path;
    }
}
