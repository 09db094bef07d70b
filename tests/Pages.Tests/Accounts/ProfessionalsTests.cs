using System.Net;
using Xunit;

namespace HnCe.Pages.Tests.Accounts;

[Trait("Spec", "EMP-16")]
public sealed class ProfessionalsTests : WorldFixture
{
    [Fact]
    public async Task List_Always_ShowsOwnPeopleMasked()
    {
        var own = await World.ProfessionalAsync(World.School, "欧阳晓岚");
        await World.ProfessionalAsync(World.Hospital, "司马如风");

        var list = await VisitAsync(World.As(World.School), "/accounts/professionals");

        Assert.Contains("欧阳晓岚", list.Text);
        Assert.DoesNotContain("司马如风", list.Text);
        var html = list.Document.DocumentElement.OuterHtml;
        Assert.DoesNotContain(own.Person!.IdNumber, html);
        Assert.DoesNotContain(own.Person.Mobile, html);
        Assert.Contains($"{own.Person.Mobile[..3]}****{own.Person.Mobile[^4..]}", list.Text);
    }

    [Fact]
    public async Task IdNumber_Typed_FindsThePersonAndStaysOutOfTheAddress()
    {
        var wanted = await World.ProfessionalAsync(World.School, "欧阳晓岚");
        await World.ProfessionalAsync(World.School, "王芳");
        var list = await VisitAsync(World.As(World.School), "/accounts/professionals");

        var sent = await list.SubmitAsync(".how-find button", ("idNumber", wanted.Person!.IdNumber));
        var found = await sent.FollowAsync();

        Assert.DoesNotContain(wanted.Person.IdNumber, sent.Location);
        Assert.Equal(["欧阳晓岚"], found.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.DoesNotContain(wanted.Person.IdNumber, found.Document.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task IdNumber_OfAnotherEmployer_IsNotFound()
    {
        var other = await World.ProfessionalAsync(World.Hospital);
        var list = await VisitAsync(World.As(World.School), "/accounts/professionals");

        var refused = await list.SubmitAsync(".how-find button", ("idNumber", other.Person!.IdNumber));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["本单位没有这个身份证号码的专业技术人员，请核对号码"], refused.Errors);
        Assert.Equal(other.Person.IdNumber, refused.ValueOf("idNumber"));
    }

    [Fact]
    public async Task Filter_NameAndDepartment_Narrow()
    {
        await World.ProfessionalAsync(World.School, "欧阳晓岚");
        await World.ProfessionalAsync(World.School, "王芳");
        var list = await VisitAsync(World.As(World.School), "/accounts/professionals");
        var department = list.Document.QuerySelectorAll("[name=department] option").First(option => option.GetAttribute("value")!.Length > 0).GetAttribute("value");

        var found = await list.SubmitAsync("form.filter button", ("name", "欧阳"), ("department", department));
        var none = await list.SubmitAsync("form.filter button", ("name", "无此人"));

        Assert.Equal(["欧阳晓岚"], found.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("没有符合条件的专业技术人员", none.Text);
    }
}
