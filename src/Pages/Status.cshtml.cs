using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages;

/// <summary>Words for answers without a page of their own, by <c>UseStatusCodePagesWithReExecute("/status/{0}")</c>.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class StatusModel : PageModel
{
    private static readonly Dictionary<int, (string Title, string Advice)> Words = new()
    {
        [StatusCodes.Status400BadRequest] = ("页面已过期", "这次提交没有被接受。请返回上一页，刷新后重新提交。"),
        [StatusCodes.Status401Unauthorized] = ("请先登录", "您还没有登录，或登录已过期。请返回首页登录。"),
        [StatusCodes.Status403Forbidden] = ("没有权限", "您的账户不能使用这项功能。如有需要，请联系本单位或上级部门的管理员。"),
        [StatusCodes.Status404NotFound] = ("没有找到这个页面", "地址可能有误，内容可能已被移除，也可能不在您的管理范围内。"),
        [StatusCodes.Status405MethodNotAllowed] = ("不能这样打开", "请从菜单进入这项功能。"),
        [StatusCodes.Status413PayloadTooLarge] = ("文件太大", "请压缩后再上传。"),
        [StatusCodes.Status429TooManyRequests] = ("操作太频繁", "请过几分钟再试。"),
        [StatusCodes.Status503ServiceUnavailable] = ("系统正在维护", "请稍后再试。"),
    };

    public string Title { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        // Asked for directly, every code is simply a page that does not exist.
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            code = StatusCodes.Status404NotFound;
            Response.StatusCode = code;
        }

        if (HttpContext.GetOpenIddictServerResponse() is { Error: not null } refused)
        {
            (Title, Advice) = ("应用的请求不正确", $"请把下面的原因告诉应用的开发者：{refused.Error}，{refused.ErrorDescription}");
            return;
        }

        (Title, Advice) = Words.GetValueOrDefault(code, ("没有办成", "请返回上一页再试一次。"));
    }
}
