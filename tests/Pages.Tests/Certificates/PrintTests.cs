using System.Net;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using Xunit;

namespace HnCe.Pages.Tests.Certificates;

/// <summary>证书打印, over HTTP.</summary>
public sealed class PrintTests : IAsyncLifetime
{
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    [Trait("Spec", "EMP-25")]
    [Trait("Spec", "CER-03")]
    [Trait("Spec", "CER-04")]
    public async Task Print_CompletedYear_LeadsToOneA4PageAndCountsPrints()
    {
        await CompleteAsync("欧阳晓岚");
        using var clerk = await _world.SignInAsync(_world.As(_world.School));
        var list = await Shown.OpenAsync(clerk, "/certificates");

        await list.SubmitAsync("tbody button[name=id]");
        var printed = await list.SubmitAsync("tbody button[name=id]");

        var number = await _world.ReadAsync(db => db.Certificates.Select(c => c.Number).SingleAsync());
        Assert.Equal($"/certificates/{number}.pdf", printed.Location);
        using var pdf = PdfDocument.Open(await clerk.GetByteArrayAsync(printed.Location));
        var page = Assert.Single(pdf.GetPages());
        Assert.Equal(PageSize.A4, page.Size);
        Assert.Contains("欧阳晓岚", page.Text, StringComparison.Ordinal);
        Assert.Contains(number, page.Text, StringComparison.Ordinal);
        var row = (await Shown.OpenAsync(clerk, "/certificates")).Document.QuerySelector("tbody tr")!;
        Assert.Contains("已打印 2 次", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "CER-02")]
    public async Task Row_YearNotCompleted_SaysWhatIsMissingInsteadOfTheVerb()
    {
        var person = await _world.ProfessionalAsync(_world.School);
        await _world.DeclarationAsync(person, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        await _world.DeclarationAsync(person, DeclarationStatus.UnderReview, hours: 20);

        var list = await Shown.OpenAsync(await _world.SignInAsync(_world.As(_world.School)), "/certificates");

        var row = Assert.Single(list.Document.QuerySelectorAll("tbody tr"));
        Assert.Contains("还差专业 60 学时", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("办理中：专业 20 学时", row.TextContent, StringComparison.Ordinal);
        Assert.Null(row.QuerySelector("button"));
    }

    [Fact]
    [Trait("Spec", "CER-02")]
    [Trait("Spec", "CER-06")]
    public async Task Print_RevokedMeanwhile_IsRefusedInWords()
    {
        var id = await CompleteAsync("欧阳晓岚");
        using var clerk = await _world.SignInAsync(_world.As(_world.School));
        var list = await Shown.OpenAsync(clerk, "/certificates");
        await _world.As(_world.Zhengzhou).MustAsync(
            "mutation($ids: [ID!]!) { revokeDeclarations(input: { ids: $ids, reason: \"证书系伪造\" }) { userErrors { code } } }", new { ids = new[] { World.IdOf(id) } });

        var refused = await list.SubmitAsync("tbody button[name=id]");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["该年度学时尚未合格，不能打印合格证书"], refused.Errors);
    }

    [Theory]
    [InlineData("year=2025", 0)]
    [InlineData("name=欧阳", 1)]
    [InlineData("completed=true", 1)]
    [InlineData("completed=false", 1)]
    [InlineData("department=NONSENSE", 0)]
    [Trait("Spec", "EMP-25")]
    public async Task List_Filtered_ShowsWhatFits(string filter, int rows)
    {
        await CompleteAsync("欧阳晓岚");
        await _world.ProfessionalAsync(_world.School, "李慧敏");

        var list = await Shown.OpenAsync(await _world.SignInAsync(_world.As(_world.School)), "/certificates?" + filter);

        Assert.Equal(rows, list.Document.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    [Trait("Spec", "CER-01")]
    public async Task Print_ByBureauAndProvince_ShowsTheUnit()
    {
        await CompleteAsync("欧阳晓岚");
        foreach (var office in new[] { _world.Zhengzhou, _world.Province })
        {
            using var browser = await _world.SignInAsync(_world.As(office));
            var list = await Shown.OpenAsync(browser, "/certificates");

            Assert.Contains(_world.School.Name, list.Document.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Redirect, (await list.SubmitAsync("tbody button[name=id]")).Status);
        }
    }

    private async Task<long> CompleteAsync(string name)
    {
        var person = await _world.ProfessionalAsync(_world.School, name);
        await _world.DeclarationAsync(person, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        return await _world.DeclarationAsync(person, DeclarationStatus.Passed, hours: 60);
    }
}
