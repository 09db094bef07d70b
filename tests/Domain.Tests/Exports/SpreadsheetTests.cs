using System.IO.Compression;
using System.Xml.Linq;
using HnCe.Domain.Exports;
using MiniExcelLibs;
using Xunit;

namespace HnCe.Domain.Tests.Exports;

/// <summary>Tables for Excel read back as they were written, and nothing in them is evaluated.</summary>
public sealed class SpreadsheetTests
{
    [Theory, Trait("Spec", "SEC-D7")]
    [InlineData("=1+1")]
    [InlineData("=HYPERLINK(\"http://evil.example\",\"点这里\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1:A9)")]
    [InlineData("\t=1+1")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠SUM")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("41990019750101001X")]
    [InlineData("001")]
    [InlineData("_x0041_")]
    [InlineData("'引号")]
    [InlineData("a<b>&\"c\"")]
    [InlineData("第一行\n第二行")]
    [InlineData(" 空格 ")]
    [InlineData("𠮷😀")]
    public async Task Text_WhateverItBeginsWith_IsATextAndReadsBackTheSame(string text)
    {
        using var file = await WriteAsync(["名称", "学时"], [[text, 12.5m]]);

        var row = Rows(file)[1];
        Assert.Equal((text, 12.5), ((string)row[0]!, (double)row[1]!));
        var cell = Cells(file).Single(one => one.Attribute("r")!.Value == "A2");
        Assert.Equal("str", cell.Attribute("t")!.Value);
        Assert.DoesNotContain(cell.Descendants(), element => element.Name.LocalName == "f");
    }

    [Fact, Trait("Spec", "SEC-D7")]
    public async Task Table_WithoutRows_HasItsHeadings()
    {
        using var file = await WriteAsync(["姓名", "学时"], []);

        Assert.Equal(["姓名", "学时"], Assert.Single(Rows(file)));
    }

    [Fact, Trait("Spec", "GEN-05")]
    public async Task Table_OfManyRows_KeepsTheirOrderAndNumbers()
    {
        using var file = await WriteAsync(["序号", "学时", "空"], [.. Enumerable.Range(1, 5000).Select(i => (IReadOnlyList<object?>)[i, i / 2m, null])]);

        var rows = Rows(file);
        Assert.Equal(5001, rows.Count);
        Assert.Equal([5000d, 2500d, null], rows[5000]);
    }

    private static async Task<MemoryStream> WriteAsync(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        var file = new MemoryStream();
        await Spreadsheet.WriteAsync(file, "名单", headings, rows.ToAsyncEnumerable(), CancellationToken.None);
        return new(file.ToArray());
    }

    private static List<object?[]> Rows(Stream file) => [.. MiniExcel.Query(file).Cast<IDictionary<string, object?>>().Select(row => row.Values.ToArray())];

    private static List<XElement> Cells(Stream file)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        using var sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return [.. XDocument.Load(sheet).Descendants().Where(element => element.Name.LocalName == "c")];
    }
}
