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
        LegalRepresentative = "钱校长",
        Contact = "赵主任",
        Phone = "0371-65900000",
        Mail = "office@wr.example",
    };

    [Fact]
    public void Complete_Data_IsTaken() => Assert.Empty(OrganizationDataCheck.Read(Complete));

    [Fact]
    public void Empty_Data_NamesWhatIsRequired() =>
        Assert.Equal(["address", "legalRepresentative", "contact", "phone", "mail"], OrganizationDataCheck.Read(new()).Select(refusal => refusal.Path));

    [Theory]
    [InlineData("0371-65900000", true)]
    [InlineData("０３７１－６５９０００００", true)]
    [InlineData("65900000-801", true)]
    [InlineData("13800000000", true)]
    [InlineData("12345", false)]
    [InlineData("办公室电话", false)]
    public void Phone_IsReadByItsShape(string phone, bool taken) =>
        Assert.Equal(taken ? [] : [RefusalCode.InvalidPhone], OrganizationDataCheck.Read(OrganizationDataCheck.Clean(Complete with { Phone = phone })).Select(refusal => refusal.Code));

    public static TheoryData<OrganizationData, RefusalCode, string> Wrong => new()
    {
        { Complete with { PostalCode = "45000" }, RefusalCode.InvalidPostalCode, "postalCode" },
        { Complete with { Fax = "无" }, RefusalCode.InvalidPhone, "fax" },
        { Complete with { Mail = "赵主任@" }, RefusalCode.InvalidMail, "mail" },
        { Complete with { CreditCode = "123" }, RefusalCode.InvalidCreditCode, "creditCode" },
        { Complete with { ProfessionalCount = -1 }, RefusalCode.OutOfRange, "professionalCount" },
        { Complete with { Address = new string('路', 101) }, RefusalCode.TooLong, "address" },
        { Complete with { Contact = "赵\u0007" }, RefusalCode.InvalidText, "contact" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_Data_IsRefusedAtItsField(OrganizationData data, RefusalCode code, string path)
    {
        var refusal = Assert.Single(OrganizationDataCheck.Read(data));

        Assert.Equal((code, path), (refusal.Code, refusal.Path));
    }
}
