using System.Text.Json;
using HnCe.Domain.Declarations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Data.Demo;

/// <summary>Professionals declare, correct, draft and withdraw; employers register on their behalf.</summary>
internal sealed class DemoDeclaring(DemoStage stage)
{
    // Each of these, with the public course, makes a year complete if all is passed.
    private static readonly DeclarationKind[][] Diligent =
    [
        [DeclarationKind.Qualification, DeclarationKind.CourseStudy], [DeclarationKind.PublishedPaper, DeclarationKind.ResearchProject],
        [DeclarationKind.PublishedBook, DeclarationKind.Award], [DeclarationKind.Patent, DeclarationKind.ResearchProject],
        [DeclarationKind.LanguageExam, DeclarationKind.ComputerExam, DeclarationKind.GrassrootsService], [DeclarationKind.EducationDegree, DeclarationKind.ResearchProject],
    ];

    private int _serial;

    /// <summary>A person declares the year's work in one sitting.</summary>
    public Task DeclareAsync(DemoMember member, bool diligent) => stage.WriteAsync(nameof(Declare), member.Caller, async write =>
    {
        if (diligent)
        {
            await FileAsync(member, Input(member, null), DeclarationEvent.Declare, write);
        }

        foreach (var kind in diligent ? [.. stage.Dice.Pick(Diligent)] : Kinds())
        {
            await FileAsync(member, Input(member, kind), DeclarationEvent.Declare, write);
        }

        return member.Id;
    });

    /// <summary>A person begins and does not finish.</summary>
    public Task DraftAsync(DemoMember member) => stage.WriteAsync(nameof(SaveDeclarationDraft), member.Caller, async write =>
    {
        var input = Input(member, DeclarationKind.PublishedPaper);
        await FileAsync(member, input with { FileId = null, Details = input.Details.Take(4).ToDictionary() }, DeclarationEvent.SaveDraft, write);
        return member.Id;
    });

    /// <summary>A person takes back what waits for the employer.</summary>
    public async Task WithdrawAsync(DemoMember member)
    {
        var waiting = await stage.Db.Declarations.Where(d => d.ProfessionalId == member.Id && d.Status == DeclarationStatus.PendingEmployer)
            .OrderBy(d => d.Id).Select(d => d.Id).FirstOrDefaultAsync();
        if (waiting > 0)
        {
            DemoStage.Must(await new WithdrawDeclaration(stage.Work(member.Caller), member.Caller).RunAsync(waiting, default));
        }
    }

    /// <summary>A person corrects what the employer returned, and declares it again.</summary>
    public async Task CorrectAsync(DemoMember member)
    {
        var year = stage.Clock.Today().Year;
        var returned = await stage.Db.Declarations.AsNoTracking()
            .Where(d => d.ProfessionalId == member.Id && d.CreditYear == year && d.Status == DeclarationStatus.Returned)
            .OrderBy(d => d.Id).ToListAsync();
        foreach (var declaration in returned)
        {
            DemoStage.MustUnlessDuplicate(await new Declare(stage.Work(member.Caller), member.Caller, stage.Standards, stage.Clock).RunAsync(declaration.Id, Again(declaration, null, declaration.FileId), default));
        }
    }

    /// <summary>A person declares anew what was not passed.</summary>
    public async Task ReplaceAsync(DemoMember member)
    {
        var failed = await stage.Db.Declarations.AsNoTracking().Where(d => d.ProfessionalId == member.Id && d.Status == DeclarationStatus.Failed)
            .OrderByDescending(d => d.Id).FirstOrDefaultAsync();
        if (failed?.CreditYear == stage.Clock.Today().Year)
        {
            DemoStage.MustUnlessDuplicate(await new Declare(stage.Work(member.Caller), member.Caller, stage.Standards, stage.Clock).RunAsync(null, Again(failed, failed.Id, member.FileId), default));
        }
    }

    /// <summary>The employer fills in for somebody.</summary>
    public async Task RegisterAsync(DemoMember member)
    {
        var employer = stage.Employers[member.Employer].Id;
        var caller = stage.Administrators[employer];
        var input = Input(member, DeclarationKind.Other) with { FileId = stage.EmployerFiles[employer], Remark = "由单位统一组织并登记。" };
        DemoStage.MustUnlessDuplicate(await new RegisterDeclarationOnBehalf(stage.Work(caller), caller, stage.Standards, stage.Clock).RunAsync(member.Id, input, default));
    }

    private async Task FileAsync(DemoMember member, DeclarationInput input, DeclarationEvent happening, WriteContext write)
    {
        var professional = await stage.Db.Professionals.SingleAsync(p => p.Id == member.Id);
        DemoStage.MustUnlessDuplicate(await new FileDeclaration(stage.Db, await stage.Standards.ReadAsync(default), stage.Clock).RunAsync(professional, null, input, happening, write, default));
    }

    private List<DeclarationKind> Kinds()
    {
        var late = stage.Clock.Today().Month > 8;
        var first = (DeclarationKind)((_serial * 7 % 15) + 1);
        List<DeclarationKind> kinds = [first, .. stage.Dice.Percent(45) ? [DeclarationKind.PublishedPaper] : Array.Empty<DeclarationKind>()];
        return [.. kinds.Select(kind => kind is DeclarationKind.FrontierSupport && !late ? DeclarationKind.GrassrootsService : kind).Distinct()];
    }

    private DeclarationInput Input(DemoMember member, DeclarationKind? kind)
    {
        var today = stage.Clock.Today();
        var answers = new DemoAnswers(stage.Dice, member.Trade, stage.Employers[member.Employer].RegionCode, today.Year, today, ++_serial);
        return new()
        {
            Kind = kind ?? DeclarationKind.CourseStudy,
            Category = kind is null || (kind is DeclarationKind.Other && stage.Dice.Percent(30)) ? SubjectCategory.Public : SubjectCategory.Professional,
            CreditYear = today.Year,
            Details = kind is { } chosen ? answers.For(chosen) : answers.PublicCourse(),
            Remark = stage.Dice.Percent(25) ? "证明材料见附件，请审核。" : "",
            FileId = member.FileId,
        };
    }

    private static DeclarationInput Again(Declaration before, long? replaces, long? file) => new()
    {
        Kind = before.Kind,
        Category = before.Category,
        CreditYear = before.CreditYear,
        Details = JsonSerializer.Deserialize<Dictionary<string, string>>(before.Details)!,
        ClaimedHours = before.ClaimedHours,
        Remark = "已补充清晰的证明材料。",
        FileId = file,
        ReplacesId = replaces,
    };
}
