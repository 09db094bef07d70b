using System.Net;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Declarations;

/// <summary>其它继续教育形式登记, step by step, without JavaScript.</summary>
public sealed class RegisterOnBehalfTests : IAsyncLifetime
{
    private const string Next = ".actions button[value=check]";

    private World _world = null!;
    private HttpClient _clerk = null!;
    private Actor _person = null!;

    public async Task InitializeAsync()
    {
        _world = await World.CreateAsync();
        _person = await _world.ProfessionalAsync(_world.School, "欧阳晓岚");
        _clerk = await _world.SignInAsync(_world.As(_world.School));
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("general", SubjectCategory.Public)]
    [InlineData("professional", SubjectCategory.Professional)]
    [Trait("Spec", "EMP-19")]
    [Trait("Spec", "DEC-09")]
    public async Task Form_FilledInAndChecked_IsListedAsToForward(string category, SubjectCategory expected)
    {
        var form = await FormAsync(category);
        var check = await form.UploadAsync(Next, "file", "证明.png", Proof.Png, Answers());
        Assert.Contains("岗位练兵", check.Text, StringComparison.Ordinal);

        var told = await (await check.SubmitAsync("button[value=submit]")).FollowAsync();

        Assert.Contains("登记成功，已列为待申报。欧阳晓岚会收到消息", told.Text, StringComparison.Ordinal);
        Assert.Contains("待申报", told.Document.QuerySelector("tbody tr .state")!.TextContent, StringComparison.Ordinal);
        var declaration = await _world.ReadAsync(db => db.Declarations.SingleAsync());
        Assert.Equal((DeclarationStatus.ToForward, expected, true), (declaration.Status, declaration.Category, declaration.OnBehalf));
    }

    [Fact]
    [Trait("Spec", "EMP-19")]
    public async Task Form_Unfinished_NamesWhatIsMissingAndKeepsTheRest()
    {
        var refused = await (await FormAsync("general")).SubmitAsync(Next, ("details.title", "岗位练兵"), ("remark", "见证明"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("请选择证明材料文件", refused.Errors);
        Assert.Equal("岗位练兵", refused.Document.QuerySelector("[name='details.title']")!.GetAttribute("value"));
        Assert.Equal("见证明", refused.Document.QuerySelector("textarea[name=remark]")!.TextContent);
        Assert.Equal(0, await _world.ReadAsync(db => db.Declarations.CountAsync()));
    }

    [Fact]
    [Trait("Spec", "EMP-16")]
    public async Task People_Searched_AreTheUnitsOwn()
    {
        await _world.ProfessionalAsync(_world.School, "李慧敏");
        await _world.ProfessionalAsync(_world.Hospital, "欧阳雪晴");

        var people = await Shown.OpenAsync(_clerk, "/forward/general/register?name=欧阳");

        Assert.Equal("欧阳晓岚", Assert.Single(people.Document.QuerySelectorAll("tbody th")).FirstChild!.TextContent);
    }

    [Fact]
    [Trait("Spec", "GEN-07")]
    public async Task Person_OfAnotherUnit_IsNotFound()
    {
        var stranger = await _world.ProfessionalAsync(_world.Hospital);

        using var answer = await _clerk.GetAsync($"/forward/general/register?person={stranger.ProfessionalId}&kind=OTHER");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<Shown> FormAsync(string category)
    {
        var people = await Shown.OpenAsync(_clerk, $"/forward/{category}/register");
        var types = await Shown.OpenAsync(_clerk, people.Document.QuerySelector("tbody .act a")!.GetAttribute("href")!);
        Assert.Equal(15, types.Document.QuerySelectorAll(".types a").Length);
        return await Shown.OpenAsync(_clerk, types.Document.QuerySelectorAll(".types a").Last().GetAttribute("href")!);
    }

    private (string, string?)[] Answers() =>
        [.. _world.Form(_person, title: "岗位练兵").Details.Select(answer => ($"details.{answer.Key}", (string?)answer.Value)), ("claimedHours", "9")];
}
