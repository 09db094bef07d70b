using HnCe.Domain.Access;
using HnCe.Domain.Data;

namespace HnCe.Domain.ReferenceData;

/// <summary>修改 name and order of an entry of 单位性质 or 隶属关系; the code stays, since organizations refer to it. Source: BAS-03, BAS-04.</summary>
public sealed class ChangeCodeItem(UnitOfWork work)
{
    /// <summary>Changes it. Answers with the code.</summary>
    public Task<Outcome<string>> RunAsync(CodeItemInput input, CancellationToken cancel) =>
        KeptCodeItems.ChangeAsync(work, nameof(ChangeCodeItem), input.List, input.Code, () => KeptCodeItems.CheckAsync(work.Db, input, isNew: false, cancel),
            item => (item.Name, item.Order) = (TypedText.Fold(input.Name), input.Order), cancel);
}

/// <summary>停用 an entry of 单位性质 or 隶属关系: no longer offered, still shown where it was chosen. Source: BAS-03, BAS-04, SPEC §18.</summary>
public sealed class RetireCodeItem(UnitOfWork work)
{
    /// <summary>Retires it. Answers with the code.</summary>
    public Task<Outcome<string>> RunAsync(KeptCodeList list, string code, CancellationToken cancel) =>
        KeptCodeItems.ChangeAsync(work, nameof(RetireCodeItem), list, code, () => Task.FromResult(new List<Refusal>()), item => item.Retired = true, cancel);
}

/// <summary>启用 a retired entry of 单位性质 or 隶属关系. Source: BAS-03, BAS-04, SPEC §18.</summary>
public sealed class ReactivateCodeItem(UnitOfWork work)
{
    /// <summary>Takes it back into use. Answers with the code.</summary>
    public Task<Outcome<string>> RunAsync(KeptCodeList list, string code, CancellationToken cancel) =>
        KeptCodeItems.ChangeAsync(work, nameof(ReactivateCodeItem), list, code, () => Task.FromResult(new List<Refusal>()), item => item.Retired = false, cancel);
}
