using HnCe.Domain.Access;
using HnCe.Domain.Organizations;
using Xunit;

namespace HnCe.Domain.Tests.Organizations;

[Trait("Spec", "EMP-08")]
[Trait("Spec", "INS-07")]
public sealed class OrganizationDataCheckTests
{
    private static readonly OrganizationData Complete = new()
    {
        Address = "建设路 1 号",
        Contact = "赵主任",
        Phone = "0371-65900000",
        Mail = "office@wr.example",
        Nature = "20",
        InstitutionLevel = "20",
    };

    [Theory]
    [InlineData(UserType.Employer)]
    [InlineData(UserType.Institution)]
    public void Complete_Data_IsTaken(UserType kind) => Assert.Empty(OrganizationDataCheck.Read(Complete, kind));

    [Fact]
    public void Empty_Data_OfAnEmployer_NamesWhatIsRequired() => Assert.Equal(
        ["data.address", "data.contact", "data.phone", "data.mail", "data.nature"], OrganizationDataCheck.Read(new(), UserType.Employer).Select(refusal => refusal.Path));

    [Fact]
    public void Empty_Data_OfAnInstitution_WantsItsLevel() =>
        Assert.Contains("data.institutionLevel", OrganizationDataCheck.Read(new(), UserType.Institution).Select(refusal => refusal.Path));

    [Theory]
    [InlineData("0371-65900000", true)]
    [InlineData("０３７１－６５９０００００", true)]
    [InlineData("65900000-801", true)]
    [InlineData("13800000000", true)]
    [InlineData("12345", false)]
    [InlineData("办公室电话", false)]
    public void Phone_IsReadByItsShape(string phone, bool taken) =>
        Assert.Equal(taken ? [] : [RefusalCode.InvalidPhone], OrganizationDataCheck.Read(Complete with { Phone = phone }, UserType.Employer).Select(refusal => refusal.Code));

    public static TheoryData<OrganizationData, RefusalCode, string> Wrong => new()
    {
        { Complete with { PostalCode = "45000" }, RefusalCode.InvalidPostalCode, "data.postalCode" },
        { Complete with { Fax = "无" }, RefusalCode.InvalidPhone, "data.fax" },
        { Complete with { Mail = "赵主任@" }, RefusalCode.InvalidMail, "data.mail" },
        { Complete with { CreditCode = "123" }, RefusalCode.InvalidCreditCode, "data.creditCode" },
        { Complete with { Nature = "999" }, RefusalCode.NotAnOption, "data.nature" },
        { Complete with { Industry = "火星" }, RefusalCode.NotAnOption, "data.industry" },
        { Complete with { ProfessionalCount = -1 }, RefusalCode.OutOfRange, "data.professionalCount" },
        { Complete with { Address = new string('路', 101) }, RefusalCode.TooLong, "data.address" },
        { Complete with { Contact = "赵\u0007" }, RefusalCode.InvalidText, "data.contact" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_Data_IsRefusedAtItsField(OrganizationData data, RefusalCode code, string path)
    {
        var refusal = Assert.Single(OrganizationDataCheck.Read(data, UserType.Employer));

        Assert.Equal((code, path), (refusal.Code, refusal.Path));
    }
}
