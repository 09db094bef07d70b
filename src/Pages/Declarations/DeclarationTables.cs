using HnCe.Pages.Exports;

namespace HnCe.Pages.Declarations;

/// <summary>Lists of declarations as tables for Excel. Source: IND-17, EMP-17, EMP-18, REV-01, REV-02.</summary>
internal static class DeclarationTables
{
    private const string Document = "Declarations/Tables.graphql";

    private static readonly ExportColumn<DeclarationLine>[] Whose = [new("姓名", row => row.Professional.Name), new("部门", row => row.Professional.Department?.Name)];

    private static readonly ExportColumn<DeclarationLine>[] What =
    [
        new("年度", row => row.CreditYear), new("继续教育形式", row => row.KindName),
        new("科目类型", row => DeclarationWords.TextOf(DeclarationWords.Categories, row.Category)), new("名称", row => row.Title),
        new("申报学时", row => row.ClaimedHours), new("认定学时", row => row.RecognisedHours), new("认定结果", row => row.Status == "DRAFT" ? "草稿" : DeclarationWords.TextOf(DeclarationWords.Statuses, row.Status)),
        new("申报时间", row => ExportWords.Minute(row.SubmittedAt)), new("上报时间", row => ExportWords.Minute(row.ForwardedAt)),
        new("送审部门", row => row.Target?.Name), new("意见", row => row.Reason),
    ];

    /// <summary>继续教育信息管理.</summary>
    public static readonly ListExport Unit = new ListExport<DeclarationLine>("records", "继续教育信息管理", Document, "Declarations", [.. Whose, .. What]);

    /// <summary>查看继续教育信息, one's own.</summary>
    public static readonly ListExport Own = new ListExport<DeclarationLine>("own-records", "本人继续教育信息", Document, "Declarations", What);

    /// <summary>其它继续教育形式申报（公需）.</summary>
    public static readonly ListExport General = new ListExport<DeclarationLine>("forward-general", "其它继续教育形式申报（公需）", Document, "Declarations", [.. Whose, .. What]);

    /// <summary>其它继续教育形式申报（专业）.</summary>
    public static readonly ListExport Professional = new ListExport<DeclarationLine>("forward-professional", "其它继续教育形式申报（专业）", Document, "Declarations", [.. Whose, .. What]);

    /// <summary>审核, level 2.</summary>
    public static readonly ListExport Review = new ListExport<DeclarationLine>("review", "审核申报人员", Document, "Declarations",
        [new("单位", row => row.Employer.Name), .. Whose, new("身份证号码", row => row.Professional.IdNumber), .. What]);

    /// <summary>审核, level 1.</summary>
    public static readonly ListExport Waiting = new ListExport<WaitingLine>("review-units", "审核申报机构", Document, "Waiting",
    [
        new("申报机构", row => row.Employer.Name), new("申报人数", row => row.People), new("待审数", row => row.Waiting),
        new("最早申报", row => ExportWords.Minute(row.OldestAt)), new("最近申报时间", row => ExportWords.Minute(row.LatestAt)),
    ]);
}

/// <summary>A declaration in a table.</summary>
internal sealed record DeclarationLine(
    string Title, string KindName, string Category, int CreditYear, decimal? ClaimedHours, decimal? RecognisedHours, string Status, DateTime SubmittedAt,
    DateTime? ForwardedAt, string? Reason, Named? Target, Named Employer, DeclarationLine.Person Professional)
{
    internal sealed record Person(string Name, string IdNumber, Named? Department);
}

/// <summary>A declaring employer in a table.</summary>
internal sealed record WaitingLine(int People, int Waiting, DateTime OldestAt, DateTime LatestAt, Named Employer);
