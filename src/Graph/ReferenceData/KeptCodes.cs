using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.ReferenceData;
using HnCe.Graph.Server;

namespace HnCe.Graph.ReferenceData;

/// <summary>An entry of a list that is kept on pages, as its keeper sees it. 单位性质、隶属关系. BAS-03, BAS-04, BAS-06.</summary>
[Name("CodeRecord")]
public sealed class CodeRecordView
{
    /// <summary>Name of the list.</summary>
    [Ignore]
    public string List { get; init; } = "";

    /// <summary>代码.</summary>
    public string Code { get; init; } = "";

    /// <summary>名称.</summary>
    public string Name { get; init; } = "";

    /// <summary>排序.</summary>
    public int Order { get; init; }

    /// <summary>停用: no longer offered, still shown where it was chosen.</summary>
    public bool Retired { get; init; }

    /// <summary>Its name in the audit log, whose lines are its history. 历史. GEN-10.</summary>
    [Needs(nameof(Code))]
    public string AuditSubject => $"CodeItem:{List}/{Code}";

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<CodeItem, CodeRecordView>> Shape = i => new() { List = i.List, Code = i.Code, Name = i.Name, Order = i.Order, Retired = i.Retired };
}

[QueryType]
internal static class KeptCodeQueries
{
    /// <summary>All entries of a list that is kept on pages, retired ones too; or the one with a code. 管理单位性质, 管理隶属关系. BAS-03, BAS-04, S-SYS-05.</summary>
    /// <param name="list">Which list.</param>
    /// <param name="code">Only the entry with this code.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="reference">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static Task<IReadOnlyList<CodeRecordView>> KeptCodes(
        KeptCodeList list, string? code, Selected<CodeItem, CodeRecordView> selected, [FromServices] ReferenceReader reference, CancellationToken cancel) =>
        reference.KeptCodesAsync(list, code, selected.Shape, cancel);

    /// <summary>How many organizations tell a code of themselves; they keep it when it is retired. 影响. BAS-03, BAS-04.</summary>
    /// <param name="list">Which list.</param>
    /// <param name="code">The code.</param>
    /// <param name="reference">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static Task<int> CodeUses(KeptCodeList list, string code, [FromServices] ReferenceReader reference, CancellationToken cancel) =>
        reference.UsesAsync(list, code, cancel);
}

/// <summary>What is typed about an entry of a kept list. BAS-03, BAS-04, BAS-06.</summary>
public sealed class CodeItemDataInput
{
    /// <summary>Which list.</summary>
    public required KeptCodeList List { get; init; }

    /// <summary>代码, up to 8 letters and digits; cannot be changed later.</summary>
    public required string Code { get; init; }

    /// <summary>名称, up to 50 characters.</summary>
    public required string Name { get; init; }

    /// <summary>排序, 0 to 9999.</summary>
    public required int Order { get; init; }

    internal CodeItemInput ToInput() => new() { List = List, Code = Code, Name = Name, Order = Order };
}

/// <summary>An entry to be retired or taken back into use. BAS-03, BAS-04.</summary>
public sealed class CodeItemKeyInput
{
    /// <summary>Which list.</summary>
    public required KeptCodeList List { get; init; }

    /// <summary>代码.</summary>
    public required string Code { get; init; }
}

/// <summary>What came of keeping an entry.</summary>
public sealed class CodeItemPayload : Payload
{
    /// <summary>代码; null when refused.</summary>
    public string? Code { get; init; }
}

[MutationType]
internal static class KeptCodeMutations
{
    /// <summary>Adds an entry to 单位性质 or 隶属关系. 新增. BAS-03, BAS-04.</summary>
    /// <param name="input">What is typed.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static async Task<CodeItemPayload> AddCodeItem(CodeItemDataInput input, [FromServices] AddCodeItem useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.ToInput(), cancel)).To(Kept);

    /// <summary>Changes name and order of an entry; the code stays. 修改. BAS-03, BAS-04.</summary>
    /// <param name="input">What is typed.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static async Task<CodeItemPayload> ChangeCodeItem(CodeItemDataInput input, [FromServices] ChangeCodeItem useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.ToInput(), cancel)).To(Kept);

    /// <summary>Retires an entry: no longer offered, still shown where it was chosen. 停用. BAS-03, BAS-04.</summary>
    /// <param name="input">Which.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static async Task<CodeItemPayload> RetireCodeItem(CodeItemKeyInput input, [FromServices] RetireCodeItem useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.List, input.Code, cancel)).To(Kept);

    /// <summary>Takes a retired entry back into use. 启用. BAS-03, BAS-04.</summary>
    /// <param name="input">Which.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static async Task<CodeItemPayload> ReactivateCodeItem(CodeItemKeyInput input, [FromServices] ReactivateCodeItem useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.List, input.Code, cancel)).To(Kept);

    private static CodeItemPayload Kept(string code) => new() { Code = code };
}

/// <summary>Names of codes of kept lists for fields on other views: <c>names.Load(code, KeptCodeList.UnitNatures)</c>. BAS-03, BAS-04.</summary>
internal sealed class KeptCodeNames(CodeNames names) : BatchLoader<string, KeptCodeList, string?>
{
    protected override async Task<IReadOnlyDictionary<string, string?>> LoadAsync(IReadOnlyList<string> keys, KeptCodeList selection, CancellationToken cancel) =>
        (await names.OfAsync(selection, keys, cancel)).ToDictionary(name => name.Key, string? (name) => name.Value);
}
