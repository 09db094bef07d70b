using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>What waits for an organization or hangs below it, so that it cannot be retired, and what retiring it means. Source: BAS-07.</summary>
/// <param name="Registrations">Registrations that wait for it, or of its own administrators. 注册信息.</param>
/// <param name="Declarations">Declarations that wait for its verdict. 继续教育信息.</param>
/// <param name="Bureaus">Active bureaus below it. 下级人社局.</param>
/// <param name="Organizations">Active departments, employers and institutions beside it. 所属单位.</param>
/// <param name="Employers">Employers that chose it as industry department; they keep it in their history. 所属法人单位.</param>
/// <param name="Administrators">Active administrators, who can no longer sign in. 管理人员.</param>
public sealed record PendingItems(int Registrations, int Declarations, int Bureaus, int Organizations, int Employers, int Administrators)
{
    /// <summary>Why it cannot be retired: <see cref="RefusalCode.PendingItems"/> with the numbers; null when nothing waits.</summary>
    public Refusal? Refusal
    {
        get
        {
            string[] reasons =
            [
                .. Registrations > 0 ? [$"{Registrations} 条注册信息待审核"] : Array.Empty<string>(),
                .. Declarations > 0 ? [$"{Declarations} 条继续教育信息待审核"] : Array.Empty<string>(),
                .. Bureaus > 0 ? [$"{Bureaus} 个下级人社局"] : Array.Empty<string>(),
                .. Organizations > 0 ? [$"{Organizations} 个所属单位或部门"] : Array.Empty<string>(),
            ];
            return reasons.Length == 0 ? null : new(RefusalCode.PendingItems, $"不能停用：还有 {string.Join("、", reasons)}。请先办理完毕，或改由其他部门负责");
        }
    }

    internal static async Task<PendingItems> CountAsync(HnCeDbContext db, long id, CancellationToken cancel)
    {
        var active = db.Organizations.Where(o => o.State == OrganizationState.Active);
        return new(
            await db.Registrations.CountAsync(r => r.Status == RegistrationStatus.Pending && (r.ReviewerId == id || r.Account.OrganizationId == id), cancel),
            await db.Declarations.CountAsync(d => d.TargetId == id && d.Status == DeclarationStatus.UnderReview, cancel),
            await active.CountAsync(o => o.SupervisorId == id && EF.Property<string>(o, "Kind") == nameof(HrBureau), cancel),
            await active.CountAsync(o => o.SupervisorId == id && EF.Property<string>(o, "Kind") != nameof(HrBureau), cancel),
            await active.CountAsync(o => o.IndustryDepartmentId == id, cancel),
            await db.Accounts.CountAsync(a => a.OrganizationId == id && a.State == AccountState.Active, cancel));
    }
}
