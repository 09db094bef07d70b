using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>What bureaus and departments have in common as it was typed, checked against what is there; gathers all refusals. Source: BAS-06, SPEC §18.</summary>
internal sealed class OrganizationDraft(HnCeDbContext db, string kind, long id)
{
    private const int MostName = 100;

    public List<Refusal> Refusals { get; } = [];

    public string Name { get; private set; } = "";

    public string Code { get; private set; } = "";

    /// <summary>统一社会信用代码, where that was typed.</summary>
    public string? CreditCode { get; private set; }

    /// <summary>所属区域; null where it was refused.</summary>
    public Region? Region { get; private set; }

    public async Task ReadAsync(string name, string code, string regionCode, CancellationToken cancel)
    {
        Name = Text(name, MostName, "名称", "name") ?? "";
        if (Name.Length == 0)
        {
            Refusals.Add(new(RefusalCode.Required, "请填写名称", "name"));
        }

        ReadCode(code);
        Region = await db.Regions.AsNoTracking().SingleOrDefaultAsync(r => r.Code == regionCode && !r.Retired, cancel);
        if (Region is null)
        {
            Refusals.Add(BaseDataRefusals.RegionRequired);
        }

        var search = NameGram.Normalize(Name);
        var same = await db.Organizations.Where(o => EF.Property<string>(o, "Kind") == kind && o.Id != id && o.CodeKey != null && (o.CodeKey == Code || o.SearchName == search))
            .Select(o => new { o.CodeKey, o.SearchName }).ToListAsync(cancel);
        Refusals.AddRange(same.Any(o => o.SearchName == search) ? [BaseDataRefusals.NameTaken] : []);
        Refusals.AddRange(same.Any(o => o.CodeKey == Code) ? [BaseDataRefusals.CodeTaken] : []);
    }

    /// <summary>An optional text; null where nothing was typed.</summary>
    public string? Text(string? typed, int most, string label, string path)
    {
        var text = TypedText.Fold(typed);
        if (!TypedText.Fits(text, most))
        {
            Refusals.Add(new(RefusalCode.TooLong, $"{label}不得超过 {most} 字", path));
            return null;
        }

        if (!TypedText.IsStorable(text))
        {
            Refusals.Add(new(RefusalCode.InvalidText, $"{label}含有无法保存的字符", path));
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    // As at sign-in: the organization code itself, or the subject code inside a unified credit code.
    private void ReadCode(string typed)
    {
        if (OrganizationCode.TryParse(typed, out var plain))
        {
            Code = plain.Value;
        }
        else if (Organizations.CreditCode.TryParse(typed, out var unified))
        {
            (Code, CreditCode) = (unified.SubjectCode, unified.Value);
        }
        else
        {
            Refusals.Add((TypedText.FoldCode(typed).Length == 18 ? Organizations.CreditCode.Incorrect : OrganizationCode.Incorrect).At("code"));
        }
    }
}
