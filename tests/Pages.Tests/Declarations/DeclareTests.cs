using System.Net;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Declarations;

/// <summary>申报继续教育信息 over HTTP, without JavaScript.</summary>
public sealed class DeclareTests : IAsyncLifetime
{
    private const string Next = "button[value=check]";

    private static readonly (string Name, string? Value)[] Paper =
    [
        ("details.title", "函数概念的进阶式教学"), ("details.journal", "中原数学教学"), ("details.level", "PROVINCIAL"), ("details.issn", "1004-1230"),
        ("details.cn", "41-1234/G4"), ("details.issue", "2026, 3: 47-50"), ("details.publishedOn", "2026-03-05"), ("details.rank", "1"),
        ("details.words", "5200"), ("details.supplement", "false"),
    ];

    private World _world = null!;
    private Actor _teacher = null!;
    private HttpClient _browser = null!;

    public static TheoryData<DeclarationKind> Kinds => new(Enum.GetValues<DeclarationKind>());

    public async Task InitializeAsync()
    {
        _world = await World.CreateAsync();
        _teacher = await _world.ProfessionalAsync(_world.School);
        _browser = await _world.SignInAsync(_teacher);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact, Trait("Spec", "DEC-01")]
    public async Task Types_FirstStep_AreFifteenCardsInTheOrderOfTheManual()
    {
        var page = await Shown.OpenAsync(_browser, "/declare");

        var names = page.Document.QuerySelectorAll(".types b").Select(name => name.TextContent.Trim());
        Assert.Equal(DeclarationCatalogue.Delivered.All(_world.Year).Select(type => type.Name), names);
        Assert.Equal(15, page.Document.QuerySelectorAll(".types a").Length);
    }

    [Theory, MemberData(nameof(Kinds)), Trait("Spec", "DEC-10"), Trait("Spec", "IND-19")]
    public async Task Form_EmptySubmission_NamesEveryRequiredField(DeclarationKind kind)
    {
        var type = DeclarationCatalogue.Delivered.Current(kind, _world.Year)!;
        var page = await FormAsync(kind);

        var refused = await page.SubmitAsync(Next);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.All(type.Fields, field => Assert.NotNull(page.Document.QuerySelector($"[name='details.{field.Name}']")));
        Assert.All(type.Fields.Where(field => field.Required), field =>
        {
            Assert.Contains(refused.Errors, error => error is not null && error.Contains(field.Label, StringComparison.Ordinal));
            Assert.NotNull(refused.Document.QuerySelector($".field.bad [name='details.{field.Name}']"));
        });
        Assert.Contains("请选择证明材料文件", refused.Errors);
        Assert.StartsWith("错误：", refused.Document.Title, StringComparison.Ordinal);
    }

    [Fact, Trait("Spec", "DEC-11"), Trait("Spec", "DEC-04")]
    public async Task Hours_ButtonPressed_ProposesAndKeepsAnswers()
    {
        var page = await FormAsync(DeclarationKind.PublishedPaper);

        var proposed = await page.SubmitAsync("#hours button", Paper);
        var second = await proposed.SubmitAsync("#hours button", ("details.rank", "2"));
        var own = await second.SubmitAsync("#hours button", ("claimedHours", "10"), ("details.rank", "1"));

        Assert.Equal(("20", "13.5", "10"), (ValueOf(proposed, "claimedHours"), ValueOf(second, "claimedHours"), ValueOf(own, "claimedHours")));
        Assert.Contains("省级刊物 20 学时 × 第一作者 1 = 20 学时", proposed.Text, StringComparison.Ordinal);
        Assert.Equal("函数概念的进阶式教学", ValueOf(own, "details.title"));
    }

    [Fact, Trait("Spec", "IND-22"), Trait("Spec", "IND-24")]
    public async Task Form_SeveralMistakes_AreSaidAtOnceInTheOrderOfTheForm()
    {
        var page = await FormAsync(DeclarationKind.PublishedPaper);

        var refused = await page.UploadAsync(Next, "file", "论文.pdf", [.. "MZ"u8, .. new byte[500]],
            [.. Paper.Where(answer => answer.Name != "details.issn"), ("details.issn", "1004-1231"), ("claimedHours", "二十"), ("remark", new string('字', 1001))]);

        Assert.Equal(
            [
                "ISSN 不正确：末位校验码不符，请对照刊物封面", "申报学时应为数字，如 20 或 12.5",
                "文件名是 .pdf，内容却不是。请用原来的软件另存为 jpg、png、pdf 或 zip，不要只改文件名。", "内容框中的文字不得超过 1000 字",
            ],
            refused.Errors);
        Assert.Equal(("1004-1231", "二十"), (ValueOf(refused, "details.issn"), ValueOf(refused, "claimedHours")));
        Assert.Equal(1001, refused.Document.QuerySelector("textarea[name=remark]")!.TextContent.Length);
    }

    [Fact, Trait("Spec", "IND-21")]
    public async Task File_TakenWithAFaultyForm_IsStillThereAndCanBeDropped()
    {
        var page = await FormAsync(DeclarationKind.PublishedPaper);

        var refused = await page.UploadAsync(Next, "file", "论文首页.png", Proof.Png, ("details.title", "只有题目"));
        var again = await refused.SubmitAsync(Next);
        var dropped = await again.SubmitAsync("button[name=drop]");

        Assert.Contains("论文首页.png", again.Document.QuerySelector(".taken")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("请选择证明材料文件", again.Errors);
        Assert.Null(dropped.Document.QuerySelector(".taken"));
        Assert.Equal("只有题目", ValueOf(dropped, "details.title"));
    }

    [Fact, Trait("Spec", "IND-19"), Trait("Spec", "IND-21")]
    public async Task Paper_FilledInChecked_IsSentToTheEmployer()
    {
        var page = await FormAsync(DeclarationKind.PublishedPaper);

        var check = await page.UploadAsync(Next, "file", "论文.png", Proof.Png, Paper);
        var sent = await check.SubmitAsync("button[value=submit]");
        var detail = await sent.FollowAsync();

        Assert.Contains("省级", check.Document.QuerySelector(".answers")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Contains($"申报成功，请耐心等待上级部门的审批。现在由{_world.School.Name}审核。", detail.Text, StringComparison.Ordinal);
        var stored = await _world.ReadAsync(db => db.Declarations.SingleAsync());
        Assert.Equal((DeclarationStatus.PendingEmployer, 20m), (stored.Status, stored.ClaimedHours));
    }

    [Fact, Trait("Spec", "IND-25")]
    public async Task Draft_WithWrongAnswer_KeepsItForTheNextSitting()
    {
        var page = await FormAsync(DeclarationKind.PublishedPaper);

        var saved = await page.SubmitAsync("button[value=draft]", ("details.title", "未完成"), ("details.issn", "1004-1231"));
        var later = await saved.FollowAsync();

        Assert.Equal(("未完成", "1004-1231"), (ValueOf(later, "details.title"), ValueOf(later, "details.issn")));
        Assert.Contains("草稿已保存", later.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Spec", "EMP-23")]
    public async Task Returned_Edited_ShowsTheReasonAndGoesToTheEmployerAgain()
    {
        var id = await _world.DeclarationAsync(_teacher, DeclarationStatus.Returned);

        var form = await Shown.OpenAsync(_browser, $"/declare?id={World.IdOf(id)}");
        var check = await form.SubmitAsync(Next, ("details.amount", "3"));
        await check.SubmitAsync("button[value=submit]");

        Assert.Contains("证明材料不清楚", form.Document.QuerySelector(".notice.wait")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(DeclarationStatus.PendingEmployer, (await _world.ReadAsync(db => db.Declarations.SingleAsync())).Status);
    }

    [Fact, Trait("Spec", "FWD-07")]
    public async Task Failed_DeclaredAgain_StoresWhatItReplaces()
    {
        var id = await _world.DeclarationAsync(_teacher, DeclarationStatus.Failed);

        var form = await Shown.OpenAsync(_browser, $"/declare?replaces={World.IdOf(id)}");
        var check = await form.SubmitAsync(Next);
        var detail = await (await check.SubmitAsync("button[value=submit]")).FollowAsync();

        Assert.Contains("证明材料不符", form.Text, StringComparison.Ordinal);
        Assert.Contains("这条替换此前未通过的申报", detail.Text, StringComparison.Ordinal);
        Assert.Equal(id, (await _world.ReadAsync(db => db.Declarations.SingleAsync(d => d.Id != id))).ReplacesId);
    }

    [Fact, Trait("Spec", "IND-25")]
    public async Task Forwarded_Edited_LeadsToItsDetail()
    {
        var id = World.IdOf(await _world.DeclarationAsync(_teacher, DeclarationStatus.UnderReview));

        var edit = await Shown.OpenAsync(_browser, $"/declare?id={id}");

        Assert.Equal($"/declarations/{id}", edit.Location);
    }

    private Task<Shown> FormAsync(DeclarationKind kind) =>
        Shown.OpenAsync(_browser, $"/declare?kind={System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(kind.ToString())}");

    private static string? ValueOf(Shown page, string name) => page.Document.QuerySelector($"[name='{name}']")!.GetAttribute("value");
}
