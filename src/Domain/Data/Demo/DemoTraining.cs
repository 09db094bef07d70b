using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using HnCe.Domain.Training;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Data.Demo;

/// <summary>Subjects of the province and of the education department; plans and classes of the institution in three states each.</summary>
internal sealed class DemoTraining(DemoStage stage)
{
    private static readonly (string Name, decimal Hours, string Recommendation)[] Public =
    [
        ("职业道德与科学精神", 15, "结合典型案例，讲授专业技术人员职业道德规范、学术诚信和科学精神。"),
        ("数字经济与人工智能应用", 30, "概述数字经济政策和人工智能发展，以本地应用为例组织讨论。"),
    ];

    private static readonly (string Name, string Major, decimal Hours, string Recommendation)[] Professional =
    [
        ("中学课堂教学评价", "040101", 40, "以课例研究为主，包括评价量表的编制、使用和结果反馈。"),
        ("教育信息技术应用", "040104", 60, "上机实践不少于二分之一学时，完成一个教学设计作品。"),
        ("学前教育游戏化课程", "040106", 24, "观摩示范园，分组设计一日活动。"),
    ];

    private readonly List<long> _classes = [];

    private long _common;
    private long _special;

    /// <summary>The province and the department offer subjects for the year; one of the year before is retired.</summary>
    public async Task OfferAsync()
    {
        var year = stage.Clock.Today().Year;
        var (province, education) = await KeepersAsync();
        foreach (var (name, hours, recommendation) in Public)
        {
            await AddAsync(province, new() { Name = name, TrainingYear = year, Hours = hours, Recommendation = recommendation, Textbook = "省统编教材" });
        }

        foreach (var (name, major, hours, recommendation) in Professional)
        {
            await AddAsync(education, new() { Name = name, TrainingYear = year, Major = major, Hours = hours, Recommendation = recommendation });
        }

        var old = await AddAsync(education, new() { Name = "多媒体课件制作", TrainingYear = year - 1, Major = "040104", Hours = 20, Recommendation = "课件制作基础。" });
        DemoStage.Must(await new RetireSubject(stage.Work(education), education).RunAsync(old, default));
    }

    /// <summary>The institution sends three plans; two pass, one does not.</summary>
    public async Task PlanAsync()
    {
        _common = await SubmitAsync(Public[1].Name, 30, 120, ForwardTarget.SameLevelBureau);
        var failed = await SubmitAsync(Professional[2].Name, 24, 400, ForwardTarget.IndustryDepartment);
        _special = await SubmitAsync(Professional[1].Name, 40, 60, ForwardTarget.IndustryDepartment);
        await ReviewAsync(_common, new(ReviewDecision.Pass, null));
        await ReviewAsync(failed, new(ReviewDecision.Fail, "400 人的班无法分组观摩，请分两期申报"));
        await ReviewAsync(_special, new(ReviewDecision.Pass, null));
    }

    /// <summary>The institution files classes of the passed plans.</summary>
    public async Task FileClassesAsync(params (bool Common, string Name, DateOnly From, DateOnly To)[] classes)
    {
        var caller = await InstitutionAsync();
        foreach (var (common, name, from, to) in classes)
        {
            var filed = DemoStage.Must(await new FileTrainingClass(stage.Work(caller), caller, new()).RunAsync(null, common ? _common : _special, new()
            {
                Name = name,
                StartsOn = from,
                EndsOn = to,
                Place = "郑州市金水区培训中心",
                Manager = "周敏",
                Phone = "0371-65900000",
                Capacity = 40,
                Teachers = "省内高校教师",
            }, default));
            _classes.Add(filed.Id);
        }
    }

    /// <summary>Scores of every so many members are entered; one in eight does not reach the pass mark.</summary>
    /// <param name="index">The class, in the order of filing.</param>
    /// <param name="first">The first member.</param>
    /// <param name="step">Every how many.</param>
    public async Task EnterAsync(int index, int first, int step)
    {
        var caller = await InstitutionAsync();
        foreach (var (place, member) in stage.Members.Where((_, i) => i % step == first).Index())
        {
            var account = await stage.Db.Accounts.AsNoTracking().SingleAsync(a => a.Id == member.Caller.AccountId);
            var number = stage.Box.Open(account.IdNumberSealed, SecretBox.IdNumber, account.PersonHash);
            DemoStage.Must(await new EnterScore(stage.Work(caller), caller, stage.Box, stage.Clock).RunAsync(
                _classes[index], number, new(place % 8 == 7 ? 52.5m : 68 + (place * 7 % 29), null, null), default));
        }
    }

    /// <summary>The scores of a class are submitted, unless it has not ended on the second of January.</summary>
    public async Task SubmitScoresAsync(int index, ForwardTarget target)
    {
        var (caller, id) = (await InstitutionAsync(), _classes[index]);
        if (await stage.Db.TrainingClasses.AnyAsync(c => c.Id == id && c.Data.EndsOn < stage.Clock.Today()))
        {
            DemoStage.Must(await new SubmitClassScores(stage.Work(caller), caller, stage.Clock).RunAsync(id, target, default));
        }
    }

    /// <summary>The bureau passes the first class.</summary>
    public async Task PassClassAsync()
    {
        var id = _classes[0];
        if (await stage.Db.TrainingClasses.Where(c => c.Id == id).Select(c => c.TargetId).SingleAsync() is { } target)
        {
            var caller = stage.Administrators[target];
            DemoStage.Must(await new ReviewClassSubmissions(stage.Work(caller), caller).RunAsync([id], ReviewDecision.Pass, null, default));
        }
    }

    /// <summary>The institution sends one more, which waits.</summary>
    public Task WaitAsync() => SubmitAsync(Professional[0].Name, 40, 60, ForwardTarget.IndustryDepartment);

    private async Task<(Caller Province, Caller Education)> KeepersAsync()
    {
        var province = await stage.Db.HrBureaus.Where(b => b.Tier == BureauTier.Province).Select(b => b.Id).SingleAsync();
        var code = DemoAccounts.Departments[0].Code;
        return (stage.Administrators[province], stage.Administrators[await stage.Db.IndustryDepartments.Where(d => d.OrgCode == code).Select(d => d.Id).SingleAsync()]);
    }

    private async Task<long> AddAsync(Caller keeper, SubjectData data) =>
        DemoStage.Must(await new AddSubject(stage.Work(keeper), keeper, stage.Clock).RunAsync(data, default));

    private async Task<long> SubmitAsync(string subject, decimal hours, int trainees, ForwardTarget target)
    {
        var caller = await InstitutionAsync();
        var found = await stage.Db.Subjects.AsNoTracking().FirstAsync(s => s.Data.Name == subject);
        var (year, today) = (found.Data.TrainingYear, stage.Clock.Today());
        var first = today.Year == year ? today : new(year, 1, 1);
        return DemoStage.Must(await new SubmitTrainingPlan(stage.Work(caller), caller, stage.Clock).RunAsync(null, new()
        {
            Category = found.Category,
            SubjectId = found.Id,
            Target = target,
            Data = new()
            {
                Name = $"{subject}培训计划",
                TrainingYear = year,
                CreditYear = year,
                Form = "10",
                Hours = hours,
                PlannedTrainees = trainees,
                Audience = found.Category is SubjectCategory.Public ? "全体专业技术人员" : "中小学和幼儿园教师",
                StartsOn = first,
                EndsOn = new DateOnly(year, 12, 31) < first.AddDays(20) ? new(year, 12, 31) : first.AddDays(20),
                Place = "郑州市金水区培训中心",
                Teachers = "省内高校教师",
                Fee = "不收费",
                Content = found.Data.Recommendation,
            },
        }, default));
    }

    private async Task<Caller> InstitutionAsync()
    {
        var code = DemoAccounts.Institution.Code;
        return stage.Administrators[await stage.Db.TrainingInstitutions.Where(o => o.OrgCode == code).Select(o => o.Id).SingleAsync()];
    }

    private async Task ReviewAsync(long plan, Verdict verdict)
    {
        var target = await stage.Db.TrainingPlans.Where(p => p.Id == plan).Select(p => p.TargetId!.Value).SingleAsync();
        var caller = stage.Administrators[target];
        DemoStage.Must(await new ReviewTrainingPlans(stage.Work(caller), caller).RunAsync([plan], verdict.Decision, verdict.Reason, null, default));
    }
}
