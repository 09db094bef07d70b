using System.Net;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Accounts;

/// <summary>管理人员管理 of unit, province and system.</summary>
public sealed class AdministratorsTests : WorldFixture
{
    public static TheoryData<UserType> Holders => [.. Enum.GetValues<UserType>().Where(role => role.Grants(Permission.AddAdministrators))];

    public static TheoryData<UserType> Others => RolesWithout(Permission.AddAdministrators);

    [Theory]
    [MemberData(nameof(Holders))]
    [Trait("Spec", "EMP-11")]
    [Trait("Spec", "PRO-03")]
    [Trait("Spec", "SYS-04")]
    [Trait("Spec", "S-EMP-05")]
    [Trait("Spec", "S-PRO-01")]
    [Trait("Spec", "S-SYS-02")]
    public async Task Administrator_AddedThenRevoked_ByEveryRoleWithTheMenu(UserType role)
    {
        var person = World.Stranger("欧阳晓岚");
        var list = await VisitAsync(World.As(role), "/accounts/administrators");
        var form = await list.GoAsync("/accounts/addadministrator");

        var added = await (await form.SubmitAsync("form.card button", ("name", person.Name), ("idNumber", person.IdNumber), ("mobile", person.Mobile), ("mail", person.Mail))).FollowAsync();
        var confirm = await added.GoAsync(LinkOf(added, person.Name, "移除权限"));
        var refused = await confirm.SubmitAsync("form.card button");
        var revoked = await (await refused.SubmitAsync("form.card button", ("reason", "岗位调整"))).FollowAsync();
        var former = await revoked.GoAsync("/accounts/administrators?view=revoked");

        Assert.Contains("管理人员管理", list.Text);
        Assert.Contains("已新增管理员欧阳晓岚", Told(added));
        Assert.DoesNotContain(person.IdNumber, added.Document.DocumentElement.OuterHtml);
        Assert.Contains("确定移除权限这 1 个帐号？", confirm.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector(".bad [name=reason]"));
        Assert.Contains("已移除 1 人的管理权限", Told(revoked));
        Assert.Equal([World.As(role).Person!.Name], NamesOf(revoked));
        Assert.Equal([person.Name], NamesOf(former));
        Assert.Empty(former.Document.QuerySelectorAll("td.act a"));
    }

    [Fact]
    [Trait("Spec", "EMP-11")]
    [Trait("Spec", "ACC-01")]
    public async Task Password_Reset_SaysWhatHappens_AndEndsTheSession()
    {
        var colleague = await World.AppointAsync(World.School);
        var victim = await World.SignInAsync(colleague);
        var before = await Shown.OpenAsync(victim, "/home");
        var list = await VisitAsync(World.As(World.School), "/accounts/administrators");

        var confirm = await list.GoAsync(LinkOf(list, colleague.Person!.Name, "初始化密码"));
        var told = await (await confirm.SubmitAsync("form.card button")).FollowAsync();

        Assert.Equal(HttpStatusCode.OK, before.Status);
        Assert.Contains("初始密码 000000，72 小时内有效，只能登录一次", confirm.Text);
        Assert.Contains("已初始化 1 个帐号的密码", Told(told));
        Assert.Contains("初始密码未修改", told.Text);
        Assert.StartsWith("http://localhost/?back=", (await Shown.OpenAsync(victim, "/home")).Location);
    }

    [Fact]
    [Trait("Spec", "EMP-12")]
    public async Task OwnRow_HasNoVerbs_AndAForgedRequestIsRefused()
    {
        var clerk = World.As(World.School);
        var list = await VisitAsync(clerk, "/accounts/administrators");
        var confirm = await list.GoAsync($"/accounts/confirmaction?verb=REVOKE&from=administrators&id={IdOf(clerk)}");

        var told = await (await confirm.SubmitAsync("form.card button", ("reason", "离职"))).FollowAsync();

        Assert.Empty(list.Document.QuerySelectorAll("td.act a"));
        Assert.Contains("1 个帐号没有办理", told.Text);
        Assert.Contains("不能对自己的帐号办理", told.Text);
        Assert.Equal(AccountState.Active, await World.ReadAsync(db => db.Accounts.Where(a => a.Id == clerk.Caller.AccountId).Select(a => a.State).SingleAsync()));
    }

    [Fact]
    [Trait("Spec", "EMP-11")]
    public async Task Form_Refused_KeepsTheAnswers()
    {
        var form = await VisitAsync(World.As(World.School), "/accounts/addadministrator");

        var refused = await form.SubmitAsync("form.card button", ("name", "欧阳晓岚"), ("idNumber", "419900197501010011"), ("mobile", "1"), ("mail", "x"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["身份证号码不正确", "手机号码不正确，应为 11 位数字", "电子邮箱不正确，审核结果会发到这个邮箱"], refused.Errors);
        Assert.Equal(("欧阳晓岚", "419900197501010011", "1", "x"), (refused.ValueOf("name"), refused.ValueOf("idNumber"), refused.ValueOf("mobile"), refused.ValueOf("mail")));
    }

    [Fact]
    [Trait("Spec", "EMP-11")]
    public async Task Confirmation_OfNobody_LeadsBackOrIsNotFound()
    {
        var clerk = await World.SignInAsync(World.As(World.School));
        var foreign = IdOf(World.As(World.Hospital));

        Assert.Equal("/accounts/administrators", (await Shown.OpenAsync(clerk, "/accounts/confirmaction?verb=REVOKE")).Location, ignoreCase: true);
        Assert.Equal("/accounts/administrators", (await Shown.OpenAsync(clerk, $"/accounts/confirmaction?verb=ERASE&id={foreign}")).Location, ignoreCase: true);
        Assert.Equal(HttpStatusCode.NotFound, (await Shown.OpenAsync(clerk, $"/accounts/confirmaction?verb=REVOKE&id={foreign}")).Status);
        Assert.Contains("这 1 个帐号", (await Shown.OpenAsync(clerk, $"/accounts/confirmaction?verb=REVOKE&id={IdOf(World.As(World.School))}&id={IdOf(World.As(World.School))}&id=x&from=x")).Text);
    }

    [Theory]
    [MemberData(nameof(Others))]
    [Trait("Spec", "EMP-11")]
    [Trait("Spec", "PRO-03")]
    [Trait("Spec", "SYS-04")]
    public async Task Pages_OtherRoles_AreClosed(UserType role)
    {
        var browser = await World.SignInAsync(await SomebodyAsync(role));

        foreach (var address in new[] { "/accounts/administrators", "/accounts/addadministrator" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await Shown.OpenAsync(browser, address)).Status);
        }

        var confirmation = await Shown.OpenAsync(browser, $"/accounts/confirmaction?verb=REVOKE&id={IdOf(World.As(World.School))}");
        Assert.Equal(role.Grants(Permission.ViewAccounts) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, confirmation.Status);
    }

    private static string Told(Shown page) => page.Document.QuerySelector("[role=status]")!.TextContent;

    private static IEnumerable<string> NamesOf(Shown page) => page.Document.QuerySelectorAll("tbody th").Select(cell => cell.FirstChild!.TextContent.Trim());

    private static string LinkOf(Shown page, string name, string verb) => page.Document.QuerySelectorAll("tbody tr")
        .Single(row => row.QuerySelector("th")!.TextContent.Contains(name, StringComparison.Ordinal))
        .QuerySelectorAll("td.act a").Single(link => link.TextContent.StartsWith(verb, StringComparison.Ordinal)).GetAttribute("href")!;

    private static string IdOf(Actor actor) => GlobalId.Encode("Account", actor.Caller.AccountId!.Value);
}
