using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>What is typed about a bureau (人社局信息). Source: BAS-02, BAS-06.</summary>
public sealed record BureauInput
{
    /// <summary>名称, up to 100 characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>组织机构代码, or the unified credit code that holds it; the organization's half of the sign-in key.</summary>
    public string Code { get; init; } = "";

    /// <summary>所属区域, six-digit region code.</summary>
    public string RegionCode { get; init; } = "";

    /// <summary>级别.</summary>
    public BureauTier Tier { get; init; }

    /// <summary>Key of 上级人社局; null for the province.</summary>
    public long? ParentId { get; init; }

    /// <summary>联系人, up to 50 characters.</summary>
    public string? Contact { get; init; }

    /// <summary>电话, up to 30 characters.</summary>
    public string? Phone { get; init; }
}

/// <summary>A bureau as it shall be: typed, checked, and with its parent. Source: BAS-02, BAS-06, Q4.</summary>
internal sealed record BureauPlan(OrganizationDraft Draft, BureauTier Tier, HrBureau? Parent, string? Contact, string? Phone)
{
    public Area Area => HrBureau.AreaOf(Draft.Region!.Code, Tier, Parent);

    /// <summary>Checks what was typed; <paramref name="existing"/> is null for a new bureau.</summary>
    public static async Task<Outcome<BureauPlan>> ReadAsync(HnCeDbContext db, HrBureau? existing, BureauInput input, CancellationToken cancel)
    {
        var draft = new OrganizationDraft(db, nameof(HrBureau), existing?.Id ?? 0);
        await draft.ReadAsync(input.Name, input.Code, input.RegionCode, cancel);
        var (contact, phone) = (draft.Text(input.Contact, 50, "联系人", "contact"), draft.Text(input.Phone, 30, "电话", "phone"));
        var parent = await db.HrBureaus.SingleOrDefaultAsync(b => b.Id == input.ParentId && b.State == OrganizationState.Active, cancel);
        if (existing?.Tier is BureauTier.Province)
        {
            draft.Refusals.AddRange(input.Tier is not BureauTier.Province || input.ParentId is not null || input.RegionCode != existing.RegionCode ? [BaseDataRefusals.ProvinceStays] : []);
        }
        else
        {
            draft.Refusals.AddRange(PlaceRefusals(input.Tier, parent, draft));
            await CheckTreeAsync(db, existing?.Id ?? 0, input, draft, cancel);
        }

        return draft.Refusals.Count > 0 ? draft.Refusals : new BureauPlan(draft, input.Tier, parent, contact, phone);
    }

    /// <summary>Writes it onto a bureau.</summary>
    public void Fill(HrBureau bureau)
    {
        bureau.Rename(Draft.Name, Draft.Code);
        bureau.Move(Draft.Region!.Code, Tier, Parent);
        bureau.Describe(bureau.Data with { CreditCode = Draft.CreditCode ?? bureau.Data.CreditCode, Contact = Contact, Phone = Phone });
    }

    private static IEnumerable<Refusal> PlaceRefusals(BureauTier tier, HrBureau? parent, OrganizationDraft draft)
    {
        if (tier is BureauTier.Province)
        {
            yield return BaseDataRefusals.OneProvince;
        }
        else if (parent is null)
        {
            yield return BaseDataRefusals.ParentRequired;
        }
        else if (parent.Tier >= tier)
        {
            yield return BaseDataRefusals.ParentNotAbove;
        }

        if (draft.Region?.Level is "province" || (draft.Region?.Level is "prefecture" && tier is BureauTier.County))
        {
            yield return BaseDataRefusals.RegionOfAnotherTier;
        }
    }

    private static async Task CheckTreeAsync(HnCeDbContext db, long id, BureauInput input, OrganizationDraft draft, CancellationToken cancel)
    {
        draft.Refusals.AddRange(await IsTakenAsync(db, id, input.RegionCode, cancel) ? [BaseDataRefusals.RegionTaken] : []);
        draft.Refusals.AddRange(await db.HrBureaus.AnyAsync(b => b.SupervisorId == id && b.Tier <= input.Tier, cancel) ? [BaseDataRefusals.BureausBelow] : []);
    }

    /// <summary>Whether another active bureau has the region.</summary>
    public static Task<bool> IsTakenAsync(HnCeDbContext db, long id, string region, CancellationToken cancel) =>
        db.HrBureaus.AnyAsync(b => b.Id != id && b.RegionCode == region && b.State == OrganizationState.Active, cancel);
}
