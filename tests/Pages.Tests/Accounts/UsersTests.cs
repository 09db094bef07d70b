using System.Net;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Accounts;

/// <summary>系统用户信息管理.</summary>
[Trait("Spec", "SYS-03")]
[Trait("Spec", "S-SYS-01")]
public sealed class UsersTests : WorldFixture
{
    public static TheoryData<UserType> Others => [.. Enum.GetValues<UserType>().Where(role => role is not UserType.SystemAdmin)];

    [Fact]
    [Trait("Spec", "ACC-04")]
    public async Task Batch_DisabledThenEnabled_EndsSessionsAndSaysHowMany()
    {
        var people = await World.ProfessionalsAsync(World.School, 2);
        var victim = await World.SignInAsync(people[0]);
        var before = await Shown.OpenAsync(victim, "/home");
        var list = await VisitAsync(World.SystemAdmin, "/accounts/users");
        var ids = string.Join('\n', people.Append(World.SystemAdmin).Select(IdOf));

        var confirm = await list.SubmitAsync("button[value=DISABLE]", ("id", ids));
        var told = await (await confirm.SubmitAsync("form.card button", ("reason", "重复注册"))).FollowAsync();
        var after = await Shown.OpenAsync(victim, "/home");
        var enabled = await (await (await told.SubmitAsync("button[value=ENABLE]", ("id", string.Join('\n', people.Select(IdOf))))).SubmitAsync("form.card button")).FollowAsync();

        Assert.Equal(HttpStatusCode.OK, before.Status);
        Assert.Contains("确定禁用这 3 个帐号？", confirm.Text);
        Assert.Contains("已禁用 2 个帐号", told.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains($"{World.SystemAdmin.Person!.Name}：不能对自己的帐号办理", told.Text);
        Assert.Contains("重复注册", told.Text);
        Assert.StartsWith("http://localhost/?back=", after.Location);
        Assert.Contains("已启用 2 个帐号", enabled.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(2, await World.ReadAsync(db => db.Accounts.CountAsync(a => a.UserType == UserType.Individual && a.State == AccountState.Active)));
    }

    [Fact]
    [Trait("Spec", "ACC-01")]
    public async Task Password_ResetInABatch_IsTold()
    {
        var people = await World.ProfessionalsAsync(World.School, 2);
        var list = await VisitAsync(World.SystemAdmin, "/accounts/users");

        var confirm = await list.SubmitAsync("button[value=RESET_PASSWORD]", ("id", string.Join('\n', people.Select(IdOf))));
        var told = await (await confirm.SubmitAsync("form.card button")).FollowAsync();

        Assert.Contains("只能登录一次，登录后须先修改密码", confirm.Text);
        Assert.Contains("已初始化 2 个帐号的密码", told.Text);
        Assert.Equal(2, await World.ReadAsync(db => db.Accounts.CountAsync(a => a.MustChangePassword)));
    }

    [Fact]
    [Trait("Spec", "LOG-08")]
    public async Task IdNumber_Typed_FindsAllAccountsOfThePersonAndStaysOutOfTheAddress()
    {
        var teacher = await World.ProfessionalAsync(World.School, "欧阳晓岚");
        await World.AppointAsync(World.Hospital, teacher.Person);
        var list = await VisitAsync(World.SystemAdmin, "/accounts/users");

        var sent = await list.SubmitAsync(".how-find button", ("idNumber", teacher.Person!.IdNumber));
        var found = await sent.FollowAsync();
        var none = await list.SubmitAsync(".how-find button", ("idNumber", World.Stranger().IdNumber));

        Assert.DoesNotContain(teacher.Person.IdNumber, sent.Location);
        Assert.Equal(["单位", "个人"], found.Document.QuerySelectorAll("[data-label=用户类型]").Select(cell => cell.TextContent.Trim()));
        Assert.DoesNotContain(teacher.Person.IdNumber, found.Document.DocumentElement.OuterHtml);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.Equal(["没有这个身份证号码的用户，请核对号码"], none.Errors);
    }

    [Fact]
    public async Task Filters_TypeNameUnitAndState_Narrow()
    {
        await World.ProfessionalAsync(World.School, "欧阳晓岚");
        var list = await VisitAsync(World.SystemAdmin, "/accounts/users");

        foreach (var (field, value, chip) in new[] { ("type", "INDIVIDUAL", "用户类型：个人"), ("name", "欧阳", "姓名：欧阳") })
        {
            var found = await list.SubmitAsync("form.filter button", (field, value));
            Assert.Equal(["欧阳晓岚"], found.Document.QuerySelectorAll("tbody th").Select(cell => cell.FirstChild!.TextContent.Trim()));
            Assert.Contains(chip, found.Document.QuerySelector(".chips")!.TextContent);
        }

        var unit = await list.SubmitAsync("form.filter button", ("unit", "栾川县中医"));
        var disabled = await list.SubmitAsync("form.filter button", ("state", "DISABLED"));

        Assert.Equal(["栾川县中医院"], unit.Document.QuerySelectorAll("[data-label=单位]").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("没有符合条件的用户", disabled.Text);
        Assert.Equal(HttpStatusCode.OK, (await list.GoAsync("/accounts/users?type=NOBODY&state=NOTHING&person=x")).Status);
    }

    [Theory]
    [MemberData(nameof(Others))]
    [Trait("Spec", "SYS-06")]
    public async Task Page_OtherRoles_IsClosed(UserType role) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await VisitAsync(await SomebodyAsync(role), "/accounts/users")).Status);

    private static string IdOf(Actor actor) => GlobalId.Encode("Account", actor.Caller.AccountId!.Value);
}
