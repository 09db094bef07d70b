using HnCe.Domain.Declarations;
using HnCe.Domain.Jobs;
using HnCe.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Data.Demo;

/// <summary>Employers return and forward, organizations review and revoke.</summary>
internal sealed class DemoDeciding(DemoStage stage)
{
    private static readonly string[] ReturnReasons = ["附件不清晰，请重新扫描上传", "缺少单位盖章的证明", "计入年度与发表时间不符，请核对"];
    private static readonly string[] FailReasons = ["证明材料不足以证明本人参与", "刊物不在认可范围内", "与本人从事专业无关", "排名与证书不一致"];

    /// <summary>An employer returns some of what waits.</summary>
    public async Task ReturnAsync(int employer, int chance)
    {
        var caller = stage.Administrators[stage.Employers[employer].Id];
        foreach (var id in stage.Dice.Some(await OfEmployerAsync(employer, DeclarationStatus.PendingEmployer), chance))
        {
            DemoStage.Must(await new ReturnDeclaration(stage.Work(caller), caller).RunAsync(id, stage.Dice.Pick(ReturnReasons), default));
        }
    }

    /// <summary>An employer forwards some of what it has, professional subjects to the industry department where there is one.</summary>
    public async Task ForwardAsync(int employer, int chance)
    {
        var own = stage.Employers[employer];
        var caller = stage.Administrators[own.Id];
        var chosen = stage.Dice.Some(await OfEmployerAsync(employer, DeclarationStatus.PendingEmployer, DeclarationStatus.ToForward), chance);
        var professional = await stage.Db.Declarations.Where(d => chosen.Contains(d.Id) && d.Category == SubjectCategory.Professional).Select(d => d.Id).ToListAsync();
        List<long> toIndustry = own.IndustryDepartmentId is null ? [] : stage.Dice.Some(professional.Order(), 60);
        await SendAsync(toIndustry, ForwardTarget.IndustryDepartment);
        await SendAsync([.. chosen.Except(toIndustry)], ForwardTarget.SameLevelBureau);

        async Task SendAsync(List<long> ids, ForwardTarget target)
        {
            if (ids.Count > 0)
            {
                DemoStage.Must(await new ForwardDeclarations(stage.Work(caller), caller).RunAsync(ids, target, default));
            }
        }
    }

    /// <summary>Every organization decides on some of what it was sent.</summary>
    public async Task ReviewAsync(int chance)
    {
        foreach (var (target, ids) in await ByTargetAsync(DeclarationStatus.UnderReview))
        {
            var decided = stage.Dice.Some(ids, chance);
            var failed = stage.Dice.Some(decided, 9);
            var reduced = stage.Dice.Some(decided.Except(failed), 3);
            foreach (var group in failed.GroupBy(_ => stage.Dice.Pick(FailReasons)))
            {
                await DecideAsync(target, [.. group], new(ReviewDecision.Fail, group.Key));
            }

            foreach (var id in reduced)
            {
                var claimed = await stage.Db.Declarations.Where(d => d.Id == id).Select(d => d.ClaimedHours).SingleAsync();
                await DecideAsync(target, [id], new(ReviewDecision.Pass, "按标准核减", decimal.Floor(claimed!.Value / 2)));
            }

            await DecideAsync(target, [.. decided.Except(failed).Except(reduced)], new(ReviewDecision.Pass, null));
        }
    }

    /// <summary>Every organization revokes the first of what it passed.</summary>
    public async Task RevokeAsync()
    {
        foreach (var (target, ids) in await ByTargetAsync(DeclarationStatus.Passed))
        {
            var caller = stage.Administrators[target];
            DemoStage.Must(await new RevokeDeclarations(stage.Work(caller), caller).RunAsync([ids[^1]], "抽查发现证明材料与原件不符", default));
        }
    }

    /// <summary>Old messages were mailed and mostly read long ago; nothing of the story leaves the machine.</summary>
    public Task SettleMessagesAsync() => stage.WriteAsync(nameof(SeedDemoData), Access.Caller.System, async write =>
    {
        var month = write.At.AddDays(-20);
        await stage.Db.Messages.Where(m => m.At < month).ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadAt, m => m.At));
        return await stage.Db.Messages.ExecuteUpdateAsync(set => set.SetProperty(m => m.MailState, MailState.Sent).SetProperty(m => m.MailAttempts, 1));
    });

    private async Task DecideAsync(long target, List<long> ids, Verdict verdict)
    {
        var caller = stage.Administrators[target];
        if (ids.Count > 0)
        {
            var (work, limits) = (stage.Work(caller), new JobLimits());
            DemoStage.Must(await new ReviewDeclarations(work, caller, new(work, caller, stage.Box, limits), limits).RunAsync(ids, verdict, default));
        }
    }

    private Task<List<long>> OfEmployerAsync(int employer, params DeclarationStatus[] states)
    {
        var id = stage.Employers[employer].Id;
        return stage.Db.Declarations.Where(d => d.EmployerId == id && states.Contains(d.Status)).OrderBy(d => d.Id).Select(d => d.Id).ToListAsync();
    }

    private async Task<List<(long Target, List<long> Ids)>> ByTargetAsync(DeclarationStatus status)
    {
        var rows = await stage.Db.Declarations.Where(d => d.Status == status).OrderBy(d => d.Id).Select(d => new { d.Id, Target = d.TargetId!.Value }).ToListAsync();
        return [.. rows.GroupBy(row => row.Target, row => row.Id).OrderBy(g => g.Key).Select(g => (g.Key, g.ToList()))];
    }
}
