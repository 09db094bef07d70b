using System.Text.Json;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Audit;

/// <summary>A line of the audit log as pages and exports show it. Source: GEN-10.</summary>
public sealed record AuditLine(string Sequence, DateTime At, string Action, string Actor, string? Role, string Address, string Subject, string Detail)
{
    /// <summary>动作 in words.</summary>
    public string ActionText => AuditWords.Action(Action);

    /// <summary>用户 in words; the program itself and visitors have no role.</summary>
    public string RoleText => AuditWords.Role(Role);

    /// <summary>对象 in words.</summary>
    public string SubjectText => AuditWords.Subject(Subject);

    /// <summary>内容 in words, one line for each thing that changed.</summary>
    public IReadOnlyList<string> Changes => AuditWords.Changes(Detail);
}

/// <summary>The names of the audit log in Chinese, where they are known; others stay as they were written.</summary>
public static class AuditWords
{
    private static readonly Dictionary<string, string> Actions = new(StringComparer.Ordinal)
    {
        ["SignIn"] = "登录",
        ["RegisterProfessional"] = "个人用户注册",
        ["ReviewRegistrations"] = "审核注册账号",
        ["RevealIdNumber"] = "查看身份证号码",
        ["CreateAdministrator"] = "创建管理员",
        ["Declare"] = "申报",
        ["SaveDeclarationDraft"] = "保存申报草稿",
        ["WithdrawDeclaration"] = "撤回申报",
        ["RegisterDeclarationOnBehalf"] = "代为登记",
        ["ReturnDeclaration"] = "退回申报",
        ["ChangeDeclarationCategory"] = "更改科目类型",
        ["ForwardDeclarations"] = "上报",
        ["ReviewDeclarations"] = "审核申报",
        ["RevokeDeclarations"] = "撤销认定",
        ["IssueCertificate"] = "打印证书",
        ["AttachFile"] = "上传文件",
        ["AddBureau"] = "新增人社局",
        ["ChangeBureau"] = "修改人社局",
        ["RetireBureau"] = "停用人社局",
        ["ReactivateBureau"] = "启用人社局",
        ["AddIndustryDepartment"] = "新增行业主管部门",
        ["ChangeIndustryDepartment"] = "修改行业主管部门",
        ["RetireIndustryDepartment"] = "停用行业主管部门",
        ["ReactivateIndustryDepartment"] = "启用行业主管部门",
        ["AddCodeItem"] = "新增代码",
        ["ChangeCodeItem"] = "修改代码",
        ["RetireCodeItem"] = "停用代码",
        ["ReactivateCodeItem"] = "启用代码",
        ["SetRequiredHours"] = "设置年度学时",
        ["SeedReferenceData"] = "载入基础数据",
    };

    private static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["Individual"] = "个人",
        ["Employer"] = "单位",
        ["Institution"] = "施教机构",
        ["LocalBureau"] = "市、区（县）人社局",
        ["IndustryDepartment"] = "行业主管部门",
        ["ProvincialDepartment"] = "省人力资源和社会保障厅",
        ["SystemAdmin"] = "系统管理员",
    };

    private static readonly Dictionary<string, string> Subjects = new(StringComparer.Ordinal)
    {
        ["Account"] = "帐号",
        ["Professional"] = "专业技术人员",
        ["Registration"] = "注册信息",
        ["Declaration"] = "继续教育信息",
        ["Certificate"] = "证书",
        ["Attachment"] = "文件",
        ["HrBureau"] = "人社局",
        ["IndustryDepartment"] = "行业主管部门",
        ["Employer"] = "法人单位",
        ["TrainingInstitution"] = "施教机构",
        ["CodeItem"] = "代码",
        ["RequiredHours"] = "年度学时",
        ["ReferenceData"] = "基础数据",
        ["PersonalDataNotice"] = "个人信息处理告知",
    };

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["Name"] = "名称",
        ["OrgCode"] = "组织机构代码",
        ["RegionCode"] = "所属区域",
        ["Tier"] = "级别",
        ["Supervisor"] = "上级或同级人社部门",
        ["Industry"] = "行业",
        ["Contact"] = "联系人",
        ["Phone"] = "电话",
        ["State"] = "状态",
        ["Status"] = "状态",
        ["Order"] = "排序",
        ["Retired"] = "停用",
        ["PublicHours"] = "公需课学时",
        ["ProfessionalHours"] = "专业课学时",
        ["Organizations"] = "随同变更的单位",
        ["Professionals"] = "随同变更的专业技术人员",
        ["Registrations"] = "改由上级审核的注册信息",
        ["YearTotals"] = "重新计算的年度记录",
    };

    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["Province"] = "省",
        ["City"] = "市",
        ["County"] = "县（市、区）",
        ["Pending"] = "待审核",
        ["Active"] = "启用",
        ["Rejected"] = "不通过",
        ["Retired"] = "停用",
        ["True"] = "是",
        ["False"] = "否",
        ["signed in"] = "登录成功",
        ["deleted"] = "删除",
    };

    /// <summary>The known actions, for the filter.</summary>
    public static IReadOnlyList<Choice> Choices { get; } = [.. Actions.Select(pair => new Choice(pair.Key, pair.Value))];

    public static string Action(string action) => Actions.GetValueOrDefault(action, action);

    public static string Role(string? role) => Roles.GetValueOrDefault(role ?? "", role ?? "");

    public static string Subject(string subject)
    {
        var parts = subject.Split(':', 2);
        return Subjects.TryGetValue(parts[0], out var word) ? $"{word} {(parts.Length > 1 ? parts[1] : "")}".TrimEnd() : subject;
    }

    /// <summary>What a line tells: old and new values by name, or whatever else was noted.</summary>
    public static IReadOnlyList<string> Changes(string detail)
    {
        if (detail.Length == 0)
        {
            return [];
        }

        using var json = Parse(detail);
        return json?.RootElement.ValueKind switch
        {
            null => [detail],
            JsonValueKind.Object => [.. json.RootElement.EnumerateObject().Select(one => $"{Names.GetValueOrDefault(one.Name, one.Name)}：{Told(one.Value)}")],
            JsonValueKind.Array => [$"编号 {string.Join("、", json.RootElement.EnumerateArray().Select(Value))}"],
            _ => [Value(json.RootElement)],
        };
    }

    private static JsonDocument? Parse(string detail)
    {
        try
        {
            return JsonDocument.Parse(detail);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Told(JsonElement value) => value.ValueKind is JsonValueKind.Array && value.GetArrayLength() == 2
        ? value[0].ValueKind is JsonValueKind.Null ? Value(value[1]) : $"{Value(value[0])} → {Value(value[1])}"
        : Value(value);

    private static string Value(JsonElement value) => value.ValueKind is JsonValueKind.Null ? "（无）" : Values.GetValueOrDefault(value.ToString(), value.ToString());
}
