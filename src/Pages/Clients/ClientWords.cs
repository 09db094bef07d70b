using HnCe.Pages.Pieces;

namespace HnCe.Pages.Clients;

/// <summary>Words of 客户端管理.</summary>
public static class ClientWords
{
    public static readonly IReadOnlyList<Choice> Kinds = [new("APP", "移动或网页应用：代表登录的人"), new("INTEGRATOR", "单位对接系统：代表一个单位，只能查看")];

    public static readonly IReadOnlyList<Choice> OrganizationTypes =
    [
        new("EMPLOYER", "单位"),
        new("INSTITUTION", "施教机构"),
        new("LOCAL_BUREAU", "市、区（县）人社局"),
        new("INDUSTRY_DEPARTMENT", "行业主管部门"),
        new("PROVINCIAL_DEPARTMENT", "省人力资源和社会保障厅"),
    ];

    public static string KindOf(string kind) => kind == "APP" ? "移动或网页应用" : "单位对接系统";
}
