using System.Net;
using System.Text.Json;
using HnCe.Domain.Files;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Files;

/// <summary>POST /files without an account.</summary>
[Trait("Spec", "EMP-01")]
public sealed class VisitorUploadTests : WorldFixture
{
    [Fact]
    [Trait("Spec", "SEC-D1")]
    public async Task Upload_OfAVisitor_GetsATicketThatARegistrationTakes()
    {
        using var browser = World.Application.Browser();

        var (status, body) = await UploadAsync(browser, Proof.Png, "证.png");
        var attachment = await World.ReadAsync(db => db.Attachments.SingleAsync(a => a.OwnerId == null));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal($"{attachment.Ticket}", body.GetProperty("ticket").GetString());
        Assert.False(body.TryGetProperty("id", out _));
        Assert.Equal(FileType.Png, attachment.Type);
        Assert.Equal(HttpStatusCode.OK, (await UploadAsync(await World.SignInAsync(World.As(World.School)), Proof.Png, "证.png")).Status);
        Assert.Null(await World.ReadAsync(db => db.Attachments.OrderByDescending(a => a.Id).Select(a => a.Ticket).FirstAsync()));
    }

    [Theory]
    [InlineData("MZ程序", "程序.exe", "FILE_TYPE_NOT_ALLOWED")]
    [InlineData("MZ程序", "证书.pdf", "FILE_TYPE_MISMATCH")]
    [InlineData("", "空.png", "FILE_EMPTY")]
    [Trait("Spec", "SEC-D1")]
    public async Task Upload_ByContent_IsRefused(string content, string name, string code)
    {
        var (status, body) = await UploadAsync(World.Application.Browser(), System.Text.Encoding.UTF8.GetBytes(content), name);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (status, Code(body)));
    }

    [Fact]
    [Trait("Spec", "SEC-D1")]
    public async Task Upload_ArchiveOrTooLarge_IsRefused()
    {
        using var zip = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(zip, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = archive.CreateEntry("证.png").Open();
            await entry.WriteAsync(Proof.Png);
        }

        Assert.Equal("FILE_TYPE_NOT_ALLOWED", Code((await UploadAsync(World.Application.Browser(), zip.ToArray(), "证.zip")).Body));
        Assert.Equal("FILE_TOO_LARGE", Code((await UploadAsync(World.Application.Browser(), new byte[(10 * 1024 * 1024) + 1], "大.png")).Body));
        Assert.Equal(0, await World.ReadAsync(db => db.Attachments.CountAsync(a => a.OwnerId == null)));
    }

    [Fact]
    [Trait("Spec", "SEC-B2")]
    public async Task Upload_OftenFromOneAddress_IsLimitedForVisitorsOnly()
    {
        using var browser = World.Application.Browser();
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await UploadAsync(browser, Proof.Png, "证.png")).Status);
        }

        var (status, body) = await UploadAsync(browser, Proof.Png, "证.png");
        using var once = new HttpRequestMessage(HttpMethod.Post, "/files") { Content = new MultipartFormDataContent { { new ByteArrayContent(Proof.Png), "file", "证.png" } } };
        once.Headers.Add("GraphQL-Preflight", "1");
        using var again = await browser.SendAsync(once);
        var page = await (await Shown.OpenAsync(browser, "/register/employer")).UploadAsync("button[value=next]", "organization.scan", "证.png", Proof.Png, ("organization.code", World.FreshCode()));

        Assert.Equal((HttpStatusCode.TooManyRequests, "TOO_MANY_UPLOADS"), (status, Code(body)));
        Assert.Equal(TimeSpan.FromHours(1), again.Headers.RetryAfter?.Delta);
        Assert.Equal(["上传次数过多，请一小时后再试"], page.Errors);
        Assert.Equal(HttpStatusCode.OK, (await UploadAsync(await World.SignInAsync(World.As(World.School)), Proof.Png, "证.png")).Status);
    }

    [Fact]
    [Trait("Spec", "SEC-A1")]
    public async Task Upload_FromAnotherSiteOrBeforeTheForcedChange_IsForbidden()
    {
        using var browser = World.Application.Browser();
        using var body = new MultipartFormDataContent { { new ByteArrayContent(Proof.Png), "file", "证.png" } };
        var clerk = World.As(World.Hospital);
        using var waiting = await World.SignInAsync(clerk);
        await World.Program.WriteAsync((work, _) => work.Db.Accounts.Where(a => a.Id == clerk.Caller.AccountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.MustChangePassword, true)));

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("/files", body)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await UploadAsync(waiting, Proof.Png, "证.png")).Status);
    }

    [Fact]
    [Trait("Spec", "SEC-D1")]
    public async Task Download_OfAVisitorsFile_IsForNobody()
    {
        await UploadAsync(World.Application.Browser(), Proof.Png, "证.png");
        var id = HnCe.Graph.Server.GlobalId.Encode("Attachment", await World.ReadAsync(db => db.Attachments.Where(a => a.OwnerId == null).Select(a => a.Id).SingleAsync()));

        Assert.Null(await World.Visitor.RunAsync<AttachmentReader, OpenedAttachment?>(reader => reader.OpenAsync(1, default)));
        Assert.NotEqual(HttpStatusCode.OK, (await World.Application.Browser().GetAsync($"/files/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await World.SignInAsync(World.As(World.School))).GetAsync($"/files/{id}")).StatusCode);
    }

    private static string? Code(JsonElement body) => body.GetProperty("userErrors")[0].GetProperty("code").GetString();

    private static async Task<(HttpStatusCode Status, JsonElement Body)> UploadAsync(HttpClient browser, byte[] content, string name)
    {
        using var body = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/files") { Content = body };
        request.Headers.Add("GraphQL-Preflight", "1");
        using var answer = await browser.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default);
    }
}
