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

            List<Refusal> refusals = [.. CheckName(name.Trim()), .. OrganizationDataCheck.Read(data, caller.Role!.Value)];
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

            organization.Describe(Tidy(data));
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

    // Blanks and full-width digits are the input method's doing; an empty answer is none.
    private static OrganizationData Tidy(OrganizationData data) => data with
    {
        CreditCode = CreditCode.TryParse(data.CreditCode, out var credit) ? credit.Value : null,
        Address = Text(data.Address),
        PostalCode = Number(data.PostalCode),
        LegalRepresentative = Text(data.LegalRepresentative),
        Contact = Text(data.Contact),
        Phone = Number(data.Phone),
        Fax = Number(data.Fax),
        Mail = Number(data.Mail),
        Nature = Text(data.Nature),
        Affiliation = Text(data.Affiliation),
        Level = Text(data.Level),
        Industry = Text(data.Industry),
        InstitutionLevel = Text(data.InstitutionLevel),
    };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Number(string? text) => Text(text) is { } typed ? TypedText.Fold(typed) : null;
}
