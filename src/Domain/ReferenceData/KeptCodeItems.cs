using System.Text.RegularExpressions;
using HnCe.Domain.Access;
using HnCe.Domain.Audit;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.ReferenceData;

/// <summary>The code lists that the system administrator keeps on pages. Source: BAS-03, BAS-04, BAS-08.</summary>
public enum KeptCodeList
{
    /// <summary>单位性质.</summary>
    UnitNatures,

    /// <summary>隶属关系.</summary>
    Affiliations,
}

/// <summary>What is typed about an entry of a kept list. Source: BAS-06.</summary>
public sealed record CodeItemInput
{
    /// <summary>Which list.</summary>
    public KeptCodeList List { get; init; }

    /// <summary>代码, up to 8 letters and digits; cannot be changed later.</summary>
    public string Code { get; init; } = "";

    /// <summary>名称, up to 50 characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>排序, 0 to 9999.</summary>
    public int Order { get; init; }
}

/// <summary>What the use cases of kept lists have in common.</summary>
internal static partial class KeptCodeItems
{
    public static readonly Refusal NotFound = new(RefusalCode.NotFound, "没有找到这个代码");

    private const int MostName = 50;

    /// <summary>Name of the list in the database.</summary>
    public static string NameOf(this KeptCodeList list) => list is KeptCodeList.UnitNatures ? "unit_natures" : "affiliations";

    /// <summary>How many organizations tell the code of themselves.</summary>
    public static Task<int> UsesAsync(HnCeDbContext db, KeptCodeList list, string code, CancellationToken cancel) => list is KeptCodeList.UnitNatures
        ? db.Organizations.CountAsync(o => o.Data.Nature == code, cancel)
        : db.Organizations.CountAsync(o => o.Data.Affiliation == code, cancel);

    /// <summary>Checks name, order and, of a new entry, the code.</summary>
    public static async Task<List<Refusal>> CheckAsync(HnCeDbContext db, CodeItemInput input, bool isNew, CancellationToken cancel)
    {
        var (list, name) = (input.List.NameOf(), TypedText.Fold(input.Name));
        List<Refusal> refusals =
        [
            .. name.Length == 0 ? [new Refusal(RefusalCode.Required, "请填写名称", "name")] : Array.Empty<Refusal>(),
            .. TypedText.Fits(name, MostName) ? Array.Empty<Refusal>() : [new Refusal(RefusalCode.TooLong, $"名称不得超过 {MostName} 字", "name")],
            .. TypedText.IsStorable(name) ? Array.Empty<Refusal>() : [new Refusal(RefusalCode.InvalidText, "名称含有无法保存的字符", "name")],
            .. input.Order is >= 0 and <= 9999 ? Array.Empty<Refusal>() : [new Refusal(RefusalCode.OutOfRange, "排序应为 0 至 9999 的整数", "order")],
        ];
        if (isNew && !CodeShape().IsMatch(input.Code))
        {
            refusals.Add(new(RefusalCode.InvalidText, "代码应为 1 至 8 位字母或数字", "code"));
        }

        var same = await db.CodeItems.Where(i => i.List == list && (i.Code == input.Code ? isNew : i.Name == name)).Select(i => i.Code).ToListAsync(cancel);
        refusals.AddRange(same.Contains(input.Code) ? [Organizations.BaseDataRefusals.CodeTaken] : []);
        refusals.AddRange(same.Exists(code => code != input.Code) ? [Organizations.BaseDataRefusals.NameTaken] : []);
        return refusals;
    }

    /// <summary>Finds, changes and leaves a line.</summary>
    public static Task<Outcome<string>> ChangeAsync(
        UnitOfWork work, string action, KeptCodeList list, string code, Func<Task<List<Refusal>>> check, Action<CodeItem> change, CancellationToken cancel) =>
        work.RunAsync<string>(action, async write =>
        {
            var name = list.NameOf();
            var item = await work.Db.CodeItems.SingleOrDefaultAsync(i => i.List == name && i.Code == code, cancel);
            if (item is null)
            {
                return NotFound;
            }

            if (await check() is { Count: > 0 } refusals)
            {
                return refusals;
            }

            var before = Told(item);
            change(item);
            write.Tell(item.AuditSubject, before, Told(item));
            return code;
        }, cancel);

    public static Dictionary<string, object?> Told(CodeItem item) => new()
    {
        [nameof(item.Name)] = item.Name,
        [nameof(item.Order)] = item.Order,
        [nameof(item.Retired)] = item.Retired,
    };

    [GeneratedRegex("^[0-9A-Za-z]{1,8}$")]
    private static partial Regex CodeShape();
}
