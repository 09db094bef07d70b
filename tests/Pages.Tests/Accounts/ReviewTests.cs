using System.Net;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Graph.Server;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Accounts;

[Trait("Spec", "EMP-14")]
public sealed class ReviewTests : WorldFixture
{
    public static TheoryData<UserType> Others => RolesWithout(Permission.ReviewRegistrations);

    [Fact]
    [Trait("Spec", "EMP-15")]
    [Trait("Spec", "EML-01")]
    public async Task Batch_Passed_SaysHowManyAndTellsThem()
    {
        var (first, second) = (await World.RegistrationAsync(World.School), await World.RegistrationAsync(World.School));
        var list = await VisitAsync(World.As(World.School), "/accounts/review");

        var confirm = await list.SubmitAsync("button[value=PASS]", ("id", $"{IdOf(first)}\n{IdOf(second)}"));
        var told = await (await confirm.SubmitAsync("form.card button")).FollowAsync();

        Assert.Contains("确定通过这 2 人的注册？", confirm.Text);
        Assert.Contains("已通过 2 人", told.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("没有待审核的账号", told.Text);
        Assert.Equal(2, await World.ReadAsync(db => db.Messages.CountAsync()));
    }

    [Fact]
    [Trait("Spec", "EMP-15")]
    public async Task Batch_RefusedWithoutReason_AsksForIt()
    {
        var registration = await World.RegistrationAsync(World.School);
        var confirm = await VisitAsync(World.As(World.School), $"/accounts/reviewconfirm?decision=FAIL&id={IdOf(registration)}");

        var refused = await confirm.SubmitAsync("form.card button");
        var told = await (await refused.SubmitAsync("form.card button", ("reason", "姓名与身份证不一致"))).FollowAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("不通过 1 人", refused.Text);
        Assert.NotNull(refused.Document.QuerySelector(".bad [name=reason]"));
        Assert.Contains("不通过 1 人", told.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("姓名与身份证不一致", (await told.GoAsync("/accounts/review?view=failed")).Text);
    }

    [Fact]
    [Trait("Spec", "REV-13")]
    public async Task Batch_OneAlreadyReviewed_NamesItAndWhy()
    {
        var person = World.Stranger("欧阳晓岚");
        var (done, waiting) = (await World.RegistrationAsync(World.School, person), await World.RegistrationAsync(World.School));
        var address = $"/accounts/reviewconfirm?decision=PASS&id={IdOf(done)}";
        var confirm = await VisitAsync(World.As(World.School), $"{address}&id={IdOf(waiting)}");
        await (await VisitAsync(World.As(World.School), address)).SubmitAsync("form.card button");

        var told = await (await confirm.SubmitAsync("form.card button")).FollowAsync();

        Assert.Contains("已通过 1 人", told.Text);
        Assert.Contains("1 人没有办理", told.Text);
        Assert.Contains("欧阳晓岚：该记录已被审核", told.Text);
    }

    [Fact]
    public async Task Detail_Passed_LetsThePersonSignIn()
    {
        var registration = await World.RegistrationAsync(World.School);
        var detail = await VisitAsync(World.As(World.School), $"/accounts/reviewdetail/{IdOf(registration)}");

        var told = await (await detail.SubmitAsync("button[value=PASS]")).FollowAsync();

        Assert.Contains("已通过 1 人", told.Text);
        Assert.Equal(AccountState.Active, await World.ReadAsync(db => db.Registrations.Where(r => r.Id == registration).Select(r => r.Account.State).SingleAsync()));
    }

    [Fact]
    public async Task Detail_NotPassedWithoutReason_KeepsThePage()
    {
        var registration = await World.RegistrationAsync(World.School);
        var detail = await VisitAsync(World.As(World.School), $"/accounts/reviewdetail/{IdOf(registration)}");

        var refused = await detail.SubmitAsync("button[value=FAIL]");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector(".bad [name=reason]"));
    }

    [Fact]
    public async Task List_Always_MasksIdNumbersAndPutsTheLongestWaitingFirst()
    {
        var (older, newer) = (World.Stranger("赵一"), World.Stranger("钱二"));
        await World.RegistrationAsync(World.School, older);
        World.Clock.Advance(TimeSpan.FromMinutes(5));
        await World.RegistrationAsync(World.School, newer);

        var list = await VisitAsync(World.As(World.School), "/accounts/review");

        Assert.Equal(["赵一", "钱二"], list.Document.QuerySelectorAll("tbody th").Select(cell => cell.FirstChild!.TextContent.Trim()));
        Assert.DoesNotContain(older.IdNumber, list.Document.DocumentElement.OuterHtml);
        Assert.Contains($"{older.IdNumber[..6]}********{older.IdNumber[^4..]}", list.Text);
    }

    [Fact]
    public async Task Filter_Name_StandsInTheAddressAndAsAChip()
    {
        await World.RegistrationAsync(World.School, World.Stranger("欧阳晓岚"));
        await World.RegistrationAsync(World.School, World.Stranger("王芳"));
        var list = await VisitAsync(World.As(World.School), "/accounts/review");

        var found = await list.SubmitAsync("form.filter button", ("name", "欧阳"));

        Assert.Single(found.Document.QuerySelectorAll("tbody tr"));
        Assert.Contains("姓名：欧阳", found.Document.QuerySelector(".chips")!.TextContent);
    }

    [Fact]
    public async Task Detail_OfAnotherEmployer_IsNotFound()
    {
        var registration = await World.RegistrationAsync(World.Hospital);

        var detail = await VisitAsync(World.As(World.School), $"/accounts/reviewdetail/{IdOf(registration)}");

        Assert.Equal(HttpStatusCode.NotFound, detail.Status);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Pages_OtherRoles_AreClosed(UserType role)
    {
        var browser = await World.SignInAsync(await SomebodyAsync(role));

        foreach (var address in new[] { "/accounts/review", "/accounts/reviewdetail/x", "/accounts/reviewconfirm", "/accounts/professionals" })
        {
            var closed = await Shown.OpenAsync(browser, address);
            Assert.Equal(HttpStatusCode.Forbidden, closed.Status);
            Assert.Contains("没有权限", closed.Text);
        }
    }

    [Theory]
    [InlineData("/accounts/review")]
    [InlineData("/accounts/professionals")]
    [InlineData("/inbox")]
    [InlineData("/home")]
    public async Task Pages_Visitor_IsAskedToSignIn(string address) =>
        Assert.Equal($"http://localhost/?back={Uri.EscapeDataString(address)}", (await VisitAsync(address)).Location);

    private static string IdOf(long registration) => GlobalId.Encode("Registration", registration);
}
