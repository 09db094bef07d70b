using HnCe.Domain.Access;

namespace HnCe.Domain.Clients;

/// <summary>Refusals of 客户端管理.</summary>
internal static class ClientRefusals
{
    public static readonly Refusal NotFound = new(RefusalCode.NotFound, "没有找到这个客户端，或已停用");

    public static readonly Refusal NameRequired = new(RefusalCode.Required, "请填写名称", "name");

    public static readonly Refusal NameTooLong = new(RefusalCode.TooLong, "名称不得超过 50 字", "name");

    public static readonly Refusal InvalidName = new(RefusalCode.InvalidText, "名称含有无法保存的字符", "name");

    public static readonly Refusal ScopeRequired = new(RefusalCode.Required, "请至少选择一项授权范围", "scopes");

    public static readonly Refusal ScopeNotForIntegrators = new(RefusalCode.NotAnOption, "单位对接系统只能选择查看类的授权范围", "scopes");

    public static readonly Refusal RedirectRequired = new(RefusalCode.Required, "请填写回调地址", "redirects");

    public static readonly Refusal InvalidRedirect = new(
        RefusalCode.InvalidRedirect, "回调地址应为 https 地址、本机 http 地址或反向域名方案（如 cn.example.app:/callback），每行一个，不超过 10 个", "redirects");

    public static readonly Refusal OrganizationRequired = new(RefusalCode.Required, "请填写所属单位的组织机构代码", "organizationCode");

    public static readonly Refusal OrganizationNotFound = new(RefusalCode.NotFound, "没有找到使用中的单位，请核对组织机构代码", "organizationCode");

    public static readonly Refusal NoSecret = new(RefusalCode.NotFound, "移动或网页应用没有密钥");
}
