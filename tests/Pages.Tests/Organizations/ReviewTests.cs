using System.Net;
using HnCe.Domain.Access;
using HnCe.Domain.Organizations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Organizations;

/// <summary>审核账户: lists, confirmations and details of the four kinds.</summary>
public sealed class ReviewTests : WorldFixture
{
    public static TheoryData<UserType> Others => [.. Enum.GetValues<UserType>().Where(role => role is not (UserType.LocalBureau or UserType.ProvincialDepartment))];

    [Fact]
    [Trait("Spec", "BUR-06")]
    [Trait("Spec", "BUR-05")]
    public async Task Bureaus_ListedAndPassedInBatch_SignIn()
    {
        var (first, second) = (await World.WaitingAdministratorAsync(World.Zhongyuan), await World.WaitingAdministratorAsync(World.Xinzheng));
        var list = await VisitAsync(World.As(World.Zhengzhou), "/organizations/review/bureaus");

        var confirm = await list.SubmitAsync("button[value=PASS]", ("id", $"{first.Id}\n{second.Id}"));
        var told = await (await confirm.SubmitAsync("form.card button")).FollowAsync();

        Assert.Equal(["单位名称", "申请人", "身份证号码", "手机号码", "申请时间", "状态", "操作"], list.Document.QuerySelectorAll("thead th").Skip(1).Select(cell => cell.TextContent.Trim()));
        Assert.Contains(World.Xinzheng.Name, list.Text);
        Assert.Contains("2", list.Document.QuerySelector("nav.menu [href='/organizations/review/bureaus'] .count")!.TextContent);
        Assert.DoesNotContain(first.Applicant.Person!.IdNumber, list.Document.DocumentElement.OuterHtml);
        Assert.Contains("确定通过这 2 人的注册？", confirm.Text);
        Assert.Contains("已通过 2 人，申请人现在可以登录", told.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("没有待审核的注册信息", told.Text);
        Assert.NotNull(await World.SignInAsync(first.Applicant));
    }

    [Theory]
    [InlineData("departments", "单位名称 申请人 身份证号码 手机号码 申请时间")]
    [InlineData("employers", "单位名称 组织机构代码 单位性质 申请人 申请时间")]
    [InlineData("institutions", "机构名称 组织机构代码 级别 申请人 申请时间")]
    [Trait("Spec", "BUR-07")]
    public async Task Kind_HasItsColumnsAndItsOwnRowsOnly(string category, string columns)
    {
        Waiting[] all = [await World.WaitingDepartmentAsync(World.Zhengzhou), await World.WaitingEmployerAsync(World.Zhengzhou), await World.WaitingInstitutionAsync(World.Zhengzhou)];

        var list = await VisitAsync(World.As(World.Zhengzhou), $"/organizations/review/{category}");

        Assert.Equal(columns.Split(' '), list.Document.QuerySelectorAll("thead th").Skip(1).SkipLast(2).Select(cell => cell.TextContent.Trim()));
        Assert.Single(list.Document.QuerySelectorAll("tbody tr"));
        Assert.Single(all, one => list.Text.Contains(one.Organization.Name, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Spec", "BUR-07")]
    [Trait("Spec", "EML-02")]
    public async Task Detail_ShowsTheScanAndRefusesWithReasonOnly()
    {
        var waiting = await World.WaitingEmployerAsync(World.Zhengzhou);
        var detail = await VisitAsync(World.As(World.Zhengzhou), $"/organizations/review/employers/{waiting.Id}");
        var scan = await (await World.SignInAsync(World.As(World.Zhengzhou))).GetAsync(detail.Document.QuerySelector(".proof-img img")!.GetAttribute("src"));

        var refused = await detail.SubmitAsync("button[value=FAIL]");
        var told = await (await refused.SubmitAsync("button[value=FAIL]", ("reason", "扫描件看不清"))).FollowAsync();

        Assert.Equal(HttpStatusCode.OK, scan.StatusCode);
        Assert.Contains("0371-65900000", detail.Text);
        Assert.Contains("事业单位", detail.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector(".bad [name=reason]"));
        Assert.Contains("不通过 1 个单位", told.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("扫描件看不清", (await told.GoAsync("/organizations/review/employers?view=failed")).Text);
        Assert.Contains("审核结果", (await told.GoAsync($"/organizations/review/employers/{waiting.Id}")).Text);
    }

    [Fact]
    [Trait("Spec", "PRO-04")]
    [Trait("Spec", "PRO-05")]
    public async Task Province_PassesAll_AfterConfirmingTheNumber()
    {
        await World.WaitingEmployerAsync(World.Province, "甲研究院");
        var list = await VisitAsync(World.As(World.Province), "/organizations/review/employers?name=研究院");
        var confirm = await list.GoAsync(list.Document.QuerySelectorAll(".tools a").Last().GetAttribute("href")!);
        await World.WaitingEmployerAsync(World.Province, "乙研究院");
        await World.WaitingEmployerAsync(World.Province, "丙学校");

        var changed = await confirm.SubmitAsync("form.card button");
        var told = await (await changed.SubmitAsync("form.card button")).FollowAsync();

        Assert.Contains("全部通过 1 个单位", list.Text);
        Assert.Contains("确定通过全部 1 个单位的注册？", confirm.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.Status);
        Assert.Contains("您确认的是 1 条，现在待审核的是 2 条", changed.Text);
        Assert.Contains("已通过 2 个单位", told.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("丙学校", told.Text);
    }

    [Fact]
    [Trait("Spec", "PRO-04")]
    public async Task Bureau_IsNotOfferedAll_AndIsRefusedWhenItAsks()
    {
        await World.WaitingEmployerAsync(World.Zhengzhou);
        var list = await VisitAsync(World.As(World.Zhengzhou), "/organizations/review/employers");
        var confirm = await list.GoAsync("/organizations/review/employers/confirm?all=true&decision=PASS");

        var refused = await confirm.SubmitAsync("form.card button");

        Assert.DoesNotContain("全部通过", list.Text);
        Assert.Contains("全部通过、全部不通过只有省厅可以使用", refused.Text);
        Assert.Equal(OrganizationState.Pending, await World.ReadAsync(db => db.Employers.Where(e => e.Name.StartsWith("待审")).Select(e => e.State).SingleAsync()));
    }

    [Fact]
    [Trait("Spec", "BUR-06")]
    public async Task Detail_OfAnotherBureauOrKind_IsNotFound()
    {
        var (foreign, own) = (await World.WaitingEmployerAsync(World.Luoyang), await World.WaitingEmployerAsync(World.Zhengzhou));
        var browser = await World.SignInAsync(World.As(World.Zhengzhou));

        foreach (var address in new[] { $"employers/{foreign.Id}", $"institutions/{own.Id}", $"employers/x", "nothing", $"nothing/{own.Id}", "nothing/confirm" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Shown.OpenAsync(browser, $"/organizations/review/{address}")).Status);
        }
    }

    [Theory]
    [MemberData(nameof(Others))]
    [Trait("Spec", "BUR-06")]
    public async Task Pages_OtherRoles_AreClosed(UserType role)
    {
        var browser = await World.SignInAsync(await SomebodyAsync(role));

        foreach (var address in new[] { "/organizations/review/employers", "/organizations/review/employers/confirm", "/organizations/review/employers/x" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await Shown.OpenAsync(browser, address)).Status);
        }
    }

    [Theory]
    [InlineData(UserType.LocalBureau)]
    [InlineData(UserType.ProvincialDepartment)]
    [Trait("Spec", "EMP-14")]
    public async Task PagesOfTheEmployer_ForBureaus_AreClosed(UserType role)
    {
        var browser = await World.SignInAsync(World.As(role));

        foreach (var address in new[] { "/accounts/review", "/accounts/reviewdetail/x", "/accounts/reviewconfirm" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await Shown.OpenAsync(browser, address)).Status);
        }
    }
}
