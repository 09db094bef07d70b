using System.Net;
using HnCe.Domain.Certificates;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Pages.Tests.Certificates;

/// <summary>证书验证, for everybody.</summary>
public sealed class VerifyTests : IAsyncLifetime
{
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    [Trait("Spec", "CER-05")]
    public async Task Certificate_FromTheQrPicture_IsShownAtOnceAndMasked()
    {
        var (number, path, _) = await IssueAsync();

        var page = await Shown.OpenAsync(_world.Application.Browser(), path);

        Assert.Equal("有效", page.Document.QuerySelector(".stamp.pass b")!.TextContent);
        Assert.Contains(number, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("欧阳晓岚", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("nav.menu"));
    }

    [Fact]
    [Trait("Spec", "CER-06")]
    public async Task Certificate_AfterRevocation_IsVoid()
    {
        var (_, path, declaration) = await IssueAsync();
        await _world.As(_world.Zhengzhou).MustAsync(
            "mutation($id: ID!) { revokeDeclarations(input: { ids: [$id], reason: \"证书系伪造\" }) { succeeded userErrors { code } } }", new { id = World.IdOf(declaration) });

        var page = await Shown.OpenAsync(_world.Application.Browser(), path);

        Assert.Equal("已作废", page.Document.QuerySelector(".stamp.fail b")!.TextContent);
    }

    [Theory]
    [InlineData("", "8888", "请录入证书编号", "#number")]
    [InlineData("HN2026", "1234", "验证码错误", "#captcha")]
    [Trait("Spec", "CER-05")]
    public async Task Form_WrongAnswer_IsRefusedAtItsFieldAndKept(string number, string captcha, string message, string field)
    {
        var page = await OpenAsync();

        var refused = await page.SubmitAsync("main form button.wide", ("number", number), ("captcha", captcha));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal([message], refused.Errors);
        Assert.Equal(field, refused.Document.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Equal(number, refused.Document.QuerySelector("#number")!.GetAttribute("value") ?? "");
    }

    [Fact]
    [Trait("Spec", "CER-05")]
    public async Task Form_TypedNumber_IsFoundOrSaidNotToBeFound()
    {
        var (number, _, _) = await IssueAsync();

        var found = await (await OpenAsync()).SubmitAsync("main form button.wide", ("number", number), ("captcha", HnCeApplication.CaptchaAnswer));
        var missing = await (await OpenAsync()).SubmitAsync("main form button.wide", ("number", "HN20260000000"), ("captcha", HnCeApplication.CaptchaAnswer));

        Assert.NotNull(found.Document.QuerySelector(".stamp.pass"));
        Assert.Contains("没有找到编号为“HN20260000000”的证书", missing.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "CER-05")]
    public async Task Certificate_WithAWrongCode_AsksForTheCaptcha()
    {
        var (number, _, _) = await IssueAsync();

        var page = await Shown.OpenAsync(_world.Application.Browser(), $"/verify/{number}?code=0123456789abcdef");

        Assert.Null(page.Document.QuerySelector(".stamp"));
        Assert.Empty(page.Errors);
        Assert.Equal(number, page.Document.QuerySelector("#number")!.GetAttribute("value"));
    }

    private async Task<Shown> OpenAsync()
    {
        var browser = _world.Application.Browser();
        await browser.GetAsync("/captcha");
        return await Shown.OpenAsync(browser, "/verify");
    }

    private async Task<(string Number, string Path, long Declaration)> IssueAsync()
    {
        var teacher = await _world.ProfessionalAsync(_world.School, "欧阳晓岚");
        await _world.DeclarationAsync(teacher, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        var declaration = await _world.DeclarationAsync(teacher, DeclarationStatus.Passed, hours: 60);
        var year = await _world.ReadAsync(db => db.YearTotals.Where(t => t.ProfessionalId == teacher.Caller.ProfessionalId).Select(t => t.Id).SingleAsync());
        await _world.As(_world.School).MustAsync(
            "mutation($year: ID!) { issueCertificate(input: { yearCompletion: $year }) { certificate { number } userErrors { code } } }",
            new { year = HnCe.Graph.Server.GlobalId.Encode("YearCompletion", year) });
        var number = await _world.ReadAsync(db => db.Certificates.Select(c => c.Number).SingleAsync());
        return (number, new Uri(_world.Services.GetRequiredService<CertificateLinks>().VerificationUrl(number)).PathAndQuery, declaration);
    }
}
