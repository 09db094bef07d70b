using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Xunit;

namespace HnCe.Pages.Tests.Pieces;

[Trait("Spec", "GEN-08")]
public sealed class FieldTests
{
    private const string Hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;\r\n𠮷";

    public static TheoryData<string> Types => ["text", "area", "select", "radio", "check", "date", "hours", "idnumber"];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Field_HostileTextEverywhere_StaysText(string type)
    {
        var field = new FieldTagHelper
        {
            ViewContext = Rendered.View(new UserError("X", Hostile, "issn")),
            Name = "issn",
            Label = Hostile,
            Hint = Hostile,
            Unit = Hostile,
            Type = type,
            Value = Hostile,
            Options = [new Choice(Hostile, Hostile)],
        };

        var body = await field.AsElementAsync();

        Assert.Empty(body.QuerySelectorAll("script, img, [onerror]"));
        Assert.Equal(Hostile.Replace("\r\n", "\n"), body.QuerySelector(".error span")!.TextContent.Replace("\r\n", "\n"));
        Assert.Single(body.Children);
    }

    [Theory]
    [InlineData("Input.Details.Issn", "input.details.issn")]
    [InlineData("issn", "input.details.issn")]
    [InlineData("details[issn]", "details.issn")]
    [InlineData("idNumber", "idNumber")]
    public async Task Field_ErrorOfItsPath_IsLinked(string name, string path)
    {
        var view = Rendered.View(new UserError("BAD", "不正确", path), new UserError("OTHER", "别处", "input.other"));
        var field = new FieldTagHelper { ViewContext = view, Name = name, Label = "ISSN", Hint = "对照刊物封面", Required = true };

        var body = await field.AsElementAsync();
        var summary = await new ErrorSummaryTagHelper { ViewContext = view }.AsElementAsync();

        var input = body.QuerySelector("input")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal(["不正确", "对照刊物封面"], input.GetAttribute("aria-describedby")!.Split(' ').Select(id => body.QuerySelector($"#{id}")!.TextContent));
        Assert.Equal(input.Id, body.QuerySelector("label")!.GetAttribute("for"));
        Assert.NotNull(body.QuerySelector(".field.bad .star"));
        Assert.Equal($"#{input.Id}", Assert.Single(summary.QuerySelectorAll("a")).GetAttribute("href"));
        Assert.Equal(2, summary.QuerySelectorAll("li").Length);
        Assert.Equal("alert", summary.QuerySelector(".errors[tabindex='-1']")!.GetAttribute("role"));
    }

    [Fact]
    public async Task Field_ErrorOfAnotherField_IsNotTaken()
    {
        var view = Rendered.View(new UserError("BAD", "不正确", "input.contact.name"));
        var field = new FieldTagHelper { ViewContext = view, Name = "input.unit.name", Label = "单位名称" };

        var body = await field.AsElementAsync();

        Assert.Null(body.QuerySelector(".error, [aria-invalid], .bad"));
    }

    [Fact]
    public async Task Field_Password_NeverShowsItsValue()
    {
        var field = new FieldTagHelper { ViewContext = Rendered.View(), Name = "password", Label = "密码", Type = "password", Value = "secret" };

        var body = await field.AsElementAsync();

        Assert.DoesNotContain("secret", body.InnerHtml);
    }

    [Fact]
    public async Task Field_AnswerBeginsWithALineBreak_KeepsIt()
    {
        var field = new FieldTagHelper { ViewContext = Rendered.View(), Name = "note", Label = "备注", Type = "area", Value = "\n第二行" };

        var body = await field.AsElementAsync();

        Assert.Equal("\n第二行", body.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task Picker_HostileText_StaysText()
    {
        var picker = new PickerFieldTagHelper { ViewContext = Rendered.View(), Name = "major", Label = Hostile, Value = Hostile, Text = Hostile, Href = Hostile };

        var body = await picker.AsElementAsync();

        Assert.Empty(body.QuerySelectorAll("script, img, [onerror]"));
        Assert.Equal(Hostile.Replace("\r\n", ""), body.QuerySelector("#major")!.GetAttribute("value")!.Replace("\n", "").Replace("\r", ""));
    }

    [Theory]
    [InlineData("UNDER_REVIEW", "待审核", "wait")]
    [InlineData("UnderReview", "待审核", "wait")]
    [InlineData("PASSED", "通过", "pass")]
    [InlineData("不通过", "不通过", "fail")]
    [InlineData("<b>", "<b>", null)]
    public async Task Status_AnyState_IsIconWordAndColour(string state, string word, string? colour)
    {
        var body = await new StatusTagHelper { Of = state }.AsElementAsync();

        var tag = body.QuerySelector(".tag")!;
        Assert.Equal(word, tag.TextContent);
        Assert.NotNull(tag.QuerySelector("svg[aria-hidden=true] use"));
        Assert.True(colour is null || tag.ClassList.Contains(colour));
    }

    [Fact]
    [Trait("Spec", "GEN-09")]
    public async Task Time_EveningInUtc_IsTheNextDayInChina()
    {
        var at = new DateTimeOffset(2025, 12, 31, 16, 30, 0, TimeSpan.Zero);

        var table = await new TimeTagHelper { At = at, Minute = true }.AsElementAsync();
        var sentence = await new TimeTagHelper { At = at, Spoken = true }.AsElementAsync();

        Assert.Equal("2026-01-01 00:30", table.TextContent);
        Assert.Equal("2026-01-01T00:30+08:00", table.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal("2026年1月1日", sentence.TextContent);
    }
}
