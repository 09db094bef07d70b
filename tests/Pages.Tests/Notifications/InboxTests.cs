using Xunit;

namespace HnCe.Pages.Tests.Notifications;

[Trait("Spec", "EML-02")]
public sealed class InboxTests : WorldFixture
{
    [Fact]
    [Trait("Spec", "EML-01")]
    public async Task Inbox_AfterApproval_TellsOfItUntilRead()
    {
        var person = await World.ProfessionalAsync(World.School);
        var inbox = await VisitAsync(person, "/inbox");

        var read = await (await inbox.SubmitAsync(".page-head button")).FollowAsync();

        Assert.Contains("您的注册已通过审核", inbox.Document.QuerySelector(".mail .new h2")!.TextContent);
        Assert.Contains("邮件待发送", inbox.Text);
        Assert.Contains("已将 1 条消息标为已读", read.Text);
        Assert.Empty(read.Document.QuerySelectorAll(".mail .new"));
        Assert.Null(read.Document.QuerySelector(".page-head button"));
        Assert.Contains("没有未读消息", (await read.GoAsync("/inbox?view=unread")).Text);
    }

    [Fact]
    public async Task Inbox_Empty_SaysWhatWillCome() =>
        Assert.Contains("还没有消息", (await VisitAsync(World.As(World.School), "/inbox")).Text);
}
