using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Pieces;

/// <summary>Every piece on one page, to be looked at; Development only.</summary>
[AllowAnonymous]
public sealed class IndexModel(KnownPages pages) : PageModel
{
    public static readonly DateTimeOffset Moment = new(2026, 11, 23, 2, 24, 0, TimeSpan.Zero);

    public static readonly Choice[] Levels =
        [new("intl", "国际（SCI/EI/SSCI）"), new("core", "国家级（核心）"), new("province", "省级"), new("city", "市级/内部")];

    public static readonly Choice[] Targets = [new("department", "行业主管"), new("bureau", "同级人社部门")];

    public static readonly string[] States =
    [
        "DRAFT", "PENDING_EMPLOYER", "TO_FORWARD", "UnderReview", "RETURNED", "PASSED", "FAILED", "REVOKED", "WITHDRAWN",
        "QUALIFIED", "UNQUALIFIED", "VOID", "ACTIVE", "DISABLED", "RETIRED", "RUNNING",
    ];

    public static readonly ViewTab[] Views =
        [new("todo", "待办", 86), new("review", "待审核", 140), new("passed", "通过", 4200), new("failed", "不通过", 12), new("all", "全部")];

    public static readonly TimelineStep[] Steps =
    [
        new("李慧敏 申报", Moment.AddDays(-20)),
        new("王建军（单位）上报", Moment.AddDays(-17), "已核对期刊原件。"),
        new("郑州市教育局审核中，已等待 17 天", When: StepTime.Now),
        new("通过后计入2026年度", When: StepTime.Later),
    ];

    public static readonly TodoTile[] Todo =
    [
        new("其它形式申报", "#todo", 412, 17), new("培训班申报", "#todo", 18, 6), new("审核培训计划", "#todo", 11, 4),
        new("审核法人单位", "#todo", 2400, 3), new("审核施教机构", "#todo", 2, 0), new("审核行业主管", "#todo", 0),
    ];

    public static readonly Column[] Ages =
        [new("3 天内", 196, "#todo"), new("4—7 天", 128, "#todo"), new("8—15 天", 71, "#todo", true), new("15 天以上", 17, "#todo", true)];

    public static readonly (string Id, string Name, string Form, decimal Hours, string State)[] Rows =
    [
        ("1", "张海燕", "发表论文", 20, "TO_FORWARD"),
        ("2", "刘志远", "课题研究", 40.5m, "UNDER_REVIEW"),
        ("3", "欧阳雪晴", "获取专业技术资格（执行资质）", 50, "PASSED"),
    ];

    public string Role { get; private set; } = "Employer";

    /// <summary>A menu whose entries all lead here, so that the frame can be looked at before its pages exist.</summary>
    public FrameData Frame { get; private set; } = null!;

    public void OnGet(string? role, bool failed)
    {
        Role = Menu.Roles.Contains(role ?? "") ? role! : Role;
        var waiting = new Dictionary<string, int> { ["/Accounts/Review"] = 6, ["/Declarations/Forward:professional"] = 86, ["/Declarations/Review"] = 412 };
        var menu = Menu.For(Role, waiting)
            .Select(group => group with { Items = [.. group.Items.Select(item => item with { Page = pages.Has(item.Page) ? item.Page : "/Pieces/Index" })] });
        Frame = new FrameData("王建军", "郑州市明德实验中学", "单位管理员", 5, [.. menu]);
        if (failed)
        {
            this.Refused(
            [
                new UserError("ID_NUMBER_INVALID", "身份证号码不正确", "input.idNumber"),
                new UserError("ISSN_INVALID", "ISSN 不正确：末位校验码不符，请对照刊物封面", "input.details.issn"),
                new UserError("LEVEL_MISSING", "请选择刊物级别", "input.details.level"),
                new UserError("FILE_ARCHIVE", "如有多个文件，请先压缩成一个文件再上传", "input.file"),
                new UserError("TARGET_MISSING", "请选择送审部门", "input.target"),
                new UserError("ALREADY_FORWARDED", "每条其它继续教育形式信息仅允许上报一次"),
            ]);
        }
    }

    public IActionResult OnPost()
    {
        OnGet(null, failed: true);
        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }
}
