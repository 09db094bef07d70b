using System.Net;
using HnCe.Domain.Access;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Clients;

/// <summary>客户端管理.</summary>
[Trait("Spec", "GRAPH-7")]
public sealed class ClientPagesTests : WorldFixture
{
    public static TheoryData<UserType> Denied => RolesWithout(Permission.KeepClients);

    [Theory]
    [MemberData(nameof(Denied))]
    public async Task Clients_ForOtherRoles_AreForbidden(UserType role)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await VisitAsync(await SomebodyAsync(role), "/clients")).Status);
    }

    [Fact]
    public async Task Integrator_Registered_ShowsItsSecretOnce()
    {
        var form = await (await VisitAsync(World.SystemAdmin, "/clients")).GoAsync("/clients/register");
        var told = await form.SubmitAsync("main form .actions button",
            ("name", "人事系统"), ("kind", "INTEGRATOR"), ("scopes", "RECORDS\nPEOPLE"), ("organizationType", "EMPLOYER"), ("organizationCode", World.School.OrgCode));
        var secret = told.Document.QuerySelector(".secret")!.TextContent;
        var list = await told.GoAsync("/clients");
        var client = await list.GoAsync(list.Document.QuerySelector("td.act a")!.GetAttribute("href")!);
        var renewed = await client.SubmitAsync("form[action$='Renew'] button");

        Assert.Contains(World.School.Name, list.Text);
        Assert.DoesNotContain(secret, list.Text + client.Text + renewed.Text);
        Assert.Contains("查看专业技术人员信息", client.Text);
        Assert.NotEqual(secret, renewed.Document.QuerySelector(".secret")!.TextContent);
        var retired = await client.SubmitAsync("form[action$='Retire'] button");
        Assert.Contains("已停用“人事系统”", (await retired.FollowAsync()).Text);
        Assert.Null((await client.GoAsync($"/clients/client/{client.Document.QuerySelector("form[action$='Retire']")!.GetAttribute("action")!.Split('/', '?')[3]}")).Document.QuerySelector("main form"));
    }

    [Fact]
    [Trait("Spec", "GRAPH-10")]
    public async Task Client_RegisteredForTrustedDocumentsOnly_IsFreedAndRestrictedAgain()
    {
        var form = await VisitAsync(World.SystemAdmin, "/clients/register");
        await form.SubmitAsync("main form .actions button", ("name", "学时助手"), ("kind", "APP"), ("scopes", "ACCOUNT"), ("redirects", "https://app.example.cn/callback"), ("onlyTrusted", "true"));
        var list = await form.GoAsync("/clients");
        var client = await list.GoAsync(list.Document.QuerySelector("td.act a")!.GetAttribute("href")!);
        var freed = await (await client.SubmitAsync("form[action$='Restrict'] button")).FollowAsync();
        var restricted = await (await freed.SubmitAsync("form[action$='Restrict'] button")).FollowAsync();

        Assert.Contains("现在只接受安装时约定的清单", client.Text);
        Assert.Contains("现在接受任何查询文档", freed.Text);
        Assert.Contains("现在只接受安装时约定的清单", restricted.Text);
    }

    [Fact]
    public async Task App_WithAnUnsafeRedirect_IsRefusedAtItsField()
    {
        var form = await VisitAsync(World.SystemAdmin, "/clients/register");

        var refused = await form.SubmitAsync("main form .actions button", ("name", "学时助手"), ("kind", "APP"), ("scopes", "ACCOUNT"), ("redirects", "http://app.example.cn/callback"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Single(refused.Errors);
        Assert.Equal("true", refused.Document.QuerySelector("[name=redirects]")!.GetAttribute("aria-invalid"));
        Assert.Equal("学时助手", refused.ValueOf("name"));
        Assert.Empty(await World.ReadAsync(db => Task.FromResult(db.RegisteredClients.ToList())));
    }
}
