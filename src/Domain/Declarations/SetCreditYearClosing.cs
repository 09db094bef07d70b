using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Declarations;

/// <summary>设定截止日期: until which day of the next year a credit year can still be declared. Source: DEC-05.</summary>
public sealed class SetCreditYearClosing(UnitOfWork work, Caller caller, StandardsInForce standards, TimeProvider clock)
{
    /// <summary>Sets the day for last year or this year; refusals are at <c>closesOn</c>. Answers with the credit year.</summary>
    public async Task<Outcome<int>> RunAsync(int creditYear, DateOnly closesOn, CancellationToken cancel)
    {
        var outcome = await work.RunAsync<int>(nameof(SetCreditYearClosing), async _ =>
        {
            var year = clock.Today().Year;
            if (!caller.Can(Permission.KeepCreditRules))
            {
                return StandardDraft.NotFound;
            }

            if (creditYear != year && creditYear != year - 1)
            {
                return new Refusal(RefusalCode.OutOfRange, $"只能设定 {year - 1} 年度和 {year} 年度的截止日期", "closesOn");
            }

            if (closesOn.Year != creditYear + 1)
            {
                return new Refusal(RefusalCode.DateOutOfRange, $"{creditYear} 年度的截止日期应在 {creditYear + 1} 年之内", "closesOn");
            }

            if (await work.Db.CreditYearClosings.SingleOrDefaultAsync(c => c.CreditYear == creditYear, cancel) is { } closing)
            {
                closing.Set(closesOn);
            }
            else
            {
                work.Db.CreditYearClosings.Add(new(creditYear, closesOn));
            }

            return creditYear;
        }, cancel);
        standards.Forget();
        return outcome;
    }
}
