using HnCe.Domain.Access;
using HnCe.Domain.Audit;
using HnCe.Domain.Data;

namespace HnCe.Domain.ReferenceData;

/// <summary>新增 an entry of 单位性质 or 隶属关系; forms offer it at once. Source: BAS-03, BAS-04.</summary>
public sealed class AddCodeItem(UnitOfWork work)
{
    /// <summary>Adds it. Answers with the code.</summary>
    public Task<Outcome<string>> RunAsync(CodeItemInput input, CancellationToken cancel) =>
        work.RunAsync<string>(nameof(AddCodeItem), async write =>
        {
            if (await KeptCodeItems.CheckAsync(work.Db, input, isNew: true, cancel) is { Count: > 0 } refusals)
            {
                return refusals;
            }

            var item = new CodeItem { List = input.List.NameOf(), Code = input.Code, Name = TypedText.Fold(input.Name), Order = input.Order };
            work.Db.CodeItems.Add(item);
            write.Tell(item.AuditSubject, null, KeptCodeItems.Told(item));
            return item.Code;
        }, cancel);
}
