using HnCe.Domain.ReferenceData;
using Xunit;

namespace HnCe.Domain.Tests.ReferenceData;

public sealed class SeedFileTests
{
    [Theory]
    [InlineData("affiliations", "industries", "majors", "degrees", "education_levels", "regions_henan", "unit_natures")]
    [Trait("Spec", "DEC-10")]
    public void CodeList_EveryParent_IsInTheSameList(params string[] lists)
    {
        foreach (var list in lists)
        {
            using var reader = new StreamReader(SeedFile.Open("ReferenceData", $"{list}.csv"));
            var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToList();
            var parent = Array.IndexOf(rows[0], "parent_code");

            Assert.All(rows.Skip(1).Where(row => row[parent].Length > 0), row => Assert.True(SeedFile.HasCode(list, row[parent])));
        }
    }

    [Theory]
    [InlineData("majors", "0101", true)]
    [InlineData("majors", "code", false)]
    [InlineData("regions_henan", "410105", true)]
    [InlineData("regions_henan", "410381", false)]
    [Trait("Spec", "DEC-10")]
    public void CodeList_Code_IsFoundWhenListed(string list, string code, bool listed) =>
        Assert.Equal(listed, SeedFile.HasCode(list, code));
}
