using HnCe.Domain.Access;
using HnCe.Domain.Organizations;
using Xunit;

namespace HnCe.Domain.Tests.Organizations;

[Trait("Spec", "EMP-13")]
public sealed class DepartmentTreeTests
{
    private static readonly Employer Employer = new("郑州市第一中学", "WR0000044", "410100", new("郑州市人社局", null, "410100", BureauTier.City, null), null);

    // 1 - 2 - 3 - 4 - 5, and 6 beside 1, retired.
    private readonly Department[] _departments = Chain();

    [Fact]
    public void Name_OfASister_IsTaken() => Assert.Equal([RefusalCode.DepartmentNameTaken], Check(new(" 部门2 ", 1, 0)));

    [Fact]
    public void Name_BelowAnotherParent_IsFree() => Assert.Empty(Check(new("部门2", 2, 0)));

    [Fact]
    public void Name_OfItself_IsFree() => Assert.Empty(Check(new("部门3", 2, 7), _departments[2]));

    [Theory]
    [InlineData("", RefusalCode.Required)]
    [InlineData("  ", RefusalCode.Required)]
    [InlineData("教\u0007务处", RefusalCode.InvalidText)]
    [InlineData("教务\n处", RefusalCode.InvalidText)]
    [InlineData(null, RefusalCode.TooLong)]
    public void Name_ThatIsNone_IsRefused(string? name, RefusalCode code) => Assert.Equal([code], Check(new(name ?? new string('处', 51), null, 0)));

    [Theory]
    [InlineData(-1)]
    [InlineData(10000)]
    public void Order_OutOfRange_IsRefused(int order) => Assert.Equal([RefusalCode.OutOfRange], Check(new("教务处", null, order)));

    [Theory]
    [InlineData(6)]
    [InlineData(99)]
    public void Parent_RetiredOrUnknown_IsRefused(long parent) => Assert.Equal([RefusalCode.NotAnOption], Check(new("教务处", parent, 0)));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Parent_BelowItself_IsRefused(long parent) => Assert.Equal([DepartmentRefusals.BelowItself], Tree().Check(new("部门2", parent, 0), _departments[1]));

    [Fact]
    public void Place_OnTheSixthLevel_IsTooDeep() => Assert.Equal([DepartmentRefusals.TooDeep], Tree().Check(new("教研组", 5, 0), null));

    [Fact]
    public void Place_OfABranch_CountsWhatLiesBelowIt()
    {
        var branch = new DepartmentTree([.. _departments, Make(7, "部门7", null), Make(8, "部门8", 7)]);

        Assert.Equal([DepartmentRefusals.TooDeep], branch.Check(new("部门7", 4, 0), branch.Find(7)));
        Assert.Empty(branch.Check(new("部门7", 3, 0), branch.Find(7)));
    }

    private static Department[] Chain()
    {
        var retired = Make(6, "部门6", null);
        retired.SetRetired(true);
        return [Make(1, "部门1", null), Make(2, "部门2", 1), Make(3, "部门3", 2), Make(4, "部门4", 3), Make(5, "部门5", 4), retired];
    }

    private static Department Make(long id, string name, long? parent)
    {
        var department = new Department(Employer, name, null, 0);
        typeof(Department).GetProperty(nameof(Department.Id))!.SetValue(department, id);
        typeof(Department).GetProperty(nameof(Department.ParentId))!.SetValue(department, parent);
        return department;
    }

    private DepartmentTree Tree() => new(_departments);

    private IEnumerable<RefusalCode> Check(DepartmentInput input, Department? changed = null) => Tree().Check(input, changed).Select(refusal => refusal.Code);
}
