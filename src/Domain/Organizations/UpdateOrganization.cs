using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>
/// 单位信息管理 and 施教机构信息维护: an organization changes what it told of itself. Code, region, same-level bureau and industry department
/// are no part of it: the code is half of the sign-in key, the others decide who reviews. Source: EMP-08, EMP-09, INS-07.
/// </summary>
public sealed class UpdateOrganization(UnitOfWork work, Caller caller)
{
    private const int MostName = 100;

    /// <summary>Changes name and data of the caller's own organization; gathers every refusal. Answers with its key.</summary>
    public Task<Outcome<long>> RunAsync(string name, OrganizationData data, CancellationToken cancel) =>
        work.RunAsync<long>(nameof(UpdateOrganization), async write =>
        {
            var organization = await work.Db.Organizations.Within(caller.ReachFor(Permission.MaintainOrganization)).SingleOrDefaultAsync(cancel);
            if (organization is null)
            {
                return OrganizationNotFound;
            }

            var told = OrganizationDataCheck.Clean(data);
            var faults = await OrganizationDataCheck.ReadAsync(work.Db, told, organization.Data, caller.Role is UserType.Employer, cancel);
            List<Refusal> refusals = [.. CheckName(name.Trim()), .. faults.Select(fault => fault.At($"data.{fault.Path}"))];
            if (refusals.Count > 0)
            {
                return refusals;
            }

            if (organization.Name != name.Trim())
            {
                organization.Rename(name.Trim(), organization.OrgCode);
                await work.Db.NameGrams.Where(g => g.OrganizationId == organization.Id).ExecuteDeleteAsync(cancel);
                work.Db.AddRange(NameGram.Of(organization));
            }

            organization.Describe(told);
            write.Note($"Organization:{organization.Id}", "\"described\"");
            return organization.Id;
        }, cancel);

    private static readonly Refusal OrganizationNotFound = new(RefusalCode.NotFound, "没有找到本单位");

    private static IEnumerable<Refusal> CheckName(string name)
    {
        if (name.Length == 0)
        {
            yield return new(RefusalCode.Required, "请填写单位名称", "name");
        }
        else if (name.Length > MostName)
        {
            yield return new(RefusalCode.TooLong, $"单位名称不得超过 {MostName} 字", "name");
        }
        else if (!TypedText.IsStorable(name))
        {
            yield return new(RefusalCode.InvalidText, "单位名称含有无法保存的字符", "name");
        }
    }
}
