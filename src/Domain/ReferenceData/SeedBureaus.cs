using HnCe.Domain.Data;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.ReferenceData;

/// <summary>
/// The bureau tree (人社部门): the province, its cities with 济源 among them, and the counties; the ten formerly province-managed counties
/// hang below the province. It is data: an administrator may move and rename, and only what is missing is added. Source: Q4, BAS-02.
/// </summary>
internal sealed class SeedBureaus(HnCeDbContext db)
{
    private const string Province = "410000";
    private const string Jiyuan = "419001";

    // 巩义, 兰考, 汝州, 滑县, 长垣, 邓州, 永城, 固始, 鹿邑, 新蔡 (省直管县).
    private static readonly HashSet<string> BelowProvince =
        ["410181", "410225", "410482", "410526", "410783", "411381", "411481", "411525", "411628", "411729"];

    /// <summary>Adds the missing bureaus; answers with their number.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var existing = await db.HrBureaus.ToListAsync(cancel);
        var codes = existing.Select(bureau => bureau.OrgCode).ToHashSet();
        var known = existing.GroupBy(bureau => bureau.RegionCode).ToDictionary(same => same.Key, same => same.First());
        List<HrBureau> added = [];
        foreach (var row in SeedFile.Rows("regions_henan").Where(row => TierOf(row) is not null).OrderBy(TierOf).ThenBy(row => row["code"], StringComparer.Ordinal))
        {
            var (region, code) = (row["code"], OrganizationCodeOf(row["code"]));
            if (known.ContainsKey(region) || codes.Contains(code))
            {
                continue;
            }

            var bureau = known[region] = Bureau(row, code, known);
            added.Add(bureau);
        }

        if (added.Count == 0)
        {
            return 0;
        }

        db.AddRange(added);
        await db.SaveChangesAsync(cancel);
        db.AddRange(added.SelectMany(NameGram.Of));
        return added.Count;
    }

    /// <summary>The synthetic organization code of a region's bureau: HB, the region, and a valid check character (GB 11714).</summary>
    internal static string OrganizationCodeOf(string region) => OrganizationCode.Complete($"HB{region}").Value;

    /// <summary>The delivered name of a region's bureau.</summary>
    internal static string NameOf(string region, string name) => region == Province ? "河南省人力资源和社会保障厅" : $"{name}人力资源和社会保障局";

    private static HrBureau Bureau(IReadOnlyDictionary<string, string> row, string code, Dictionary<string, HrBureau> known)
    {
        var tier = TierOf(row)!.Value;
        var name = NameOf(row["code"], row["name"]);
        var above = tier is BureauTier.City || BelowProvince.Contains(row["code"]) ? Province : row["parent_code"];
        return new(name, code, row["code"], tier, tier is BureauTier.Province ? null : known.GetValueOrDefault(above) ?? known[Province]);
    }

    private static BureauTier? TierOf(IReadOnlyDictionary<string, string> row) => (row["level"], row["code"]) switch
    {
        ("province", _) => BureauTier.Province,
        ("prefecture", _) or (_, Jiyuan) => BureauTier.City,
        ("county", _) => BureauTier.County,
        _ => null,
    };
}
