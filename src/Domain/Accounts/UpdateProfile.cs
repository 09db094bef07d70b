using HnCe.Domain.Access;
using HnCe.Domain.Credits;
using HnCe.Domain.Data;
using HnCe.Domain.Files;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>What a professional may change of himself: everything registered but employer, name and ID number. Source: IND-14.</summary>
public sealed record Profile
{
    /// <summary>手机号码.</summary>
    public string Mobile { get; init; } = "";

    /// <summary>电子邮箱.</summary>
    public string Mail { get; init; } = "";

    /// <summary>联系地址.</summary>
    public string? Address { get; init; }

    /// <summary>固定电话.</summary>
    public string? Landline { get; init; }

    /// <summary>Key of the department.</summary>
    public long? DepartmentId { get; init; }

    /// <summary>Key of a new photo; null leaves the photo as it is.</summary>
    public long? PhotoId { get; init; }

    /// <summary>Title, education and the rest.</summary>
    public PersonalData Data { get; init; } = new();
}

/// <summary>个人基本信息维护 of a professional. A new title level counts from this year on, or from the next once this year has its certificate. Source: IND-06, IND-14, IND-15.</summary>
public sealed class UpdateProfile(UnitOfWork work, SecretBox box, Caller caller, TimeProvider clock)
{
    /// <summary>Changes it; gathers every refusal. Answers with the year from which a new title level counts, or 0 when it is the old one.</summary>
    public Task<Outcome<int>> RunAsync(Profile input, CancellationToken cancel) => work.RunAsync<int>(nameof(UpdateProfile), async write =>
    {
        var professional = await work.Db.Professionals.Include(p => p.Account).Within(caller.ReachFor(Permission.UseOwnAccount)).SingleOrDefaultAsync(cancel);
        if (professional is null)
        {
            return AccountRefusals.OwnAccountNotFound;
        }

        List<Refusal> refusals =
            [.. ContactCheck.Read(input.Mobile, input.Mail), .. ContactCheck.ReadOptional(input.Address, input.Landline), .. PersonalDataCheck.Read(input.Data, clock.Today())];
        var department = await work.Db.Departments.SingleOrDefaultAsync(d => d.Id == input.DepartmentId && d.EmployerId == professional.EmployerId && !d.Retired, cancel);
        if (input.DepartmentId is not null && department is null)
        {
            refusals.Add(AccountRefusals.ForeignDepartment);
        }

        var photo = await work.Db.Attachments.SingleOrDefaultAsync(
            a => a.Id == input.PhotoId && a.OwnerId == caller.AccountId && (a.Type == FileType.Jpeg || a.Type == FileType.Png), cancel);
        if (input.PhotoId is not null && photo is null)
        {
            refusals.Add(AccountRefusals.InvalidPhoto);
        }

        if (refusals.Count > 0)
        {
            return refusals;
        }

        var from = input.Data.TitleLevel == professional.Data.TitleLevel ? 0 : await TakeTitleLevelAsync(professional, input.Data.TitleLevel, cancel);
        var hash = professional.PersonHash;
        professional.Update(input.Data, department);
        professional.SetContacts(box.SealOptional(input.Address, SecretBox.Address, hash), box.SealOptional(input.Landline, SecretBox.Landline, hash));
        professional.Account.SetContacts(box.Seal(input.Mobile.Trim(), SecretBox.Mobile, hash), box.Seal(input.Mail.Trim(), SecretBox.Mail, hash));
        if (photo is not null)
        {
            professional.SetPhoto(photo);
        }

        write.Note(professional.AuditSubject, $"{{\"titleLevelFrom\":{from}}}");
        return from;
    }, cancel);

    private async Task<int> TakeTitleLevelAsync(Professional professional, string level, CancellationToken cancel)
    {
        var (db, id, today) = (work.Db, professional.Id, clock.Today());
        var certified = await db.Certificates.AnyAsync(c => c.ProfessionalId == id && c.Year == today.Year && c.VoidedAt == null, cancel);
        var since = certified ? new DateOnly(today.Year + 1, 1, 1) : today;
        if (ChinaTime.DateOf(professional.Account.CreatedAt) is var registered && registered < since && !await db.TitleLevelPeriods.AnyAsync(p => p.ProfessionalId == id, cancel))
        {
            db.TitleLevelPeriods.Add(new(id, professional.Data.TitleLevel, registered));
        }

        // A change of the same day, or one that was to count from the next year, is overtaken.
        await db.TitleLevelPeriods.Where(p => p.ProfessionalId == id && p.Since >= since).ExecuteDeleteAsync(cancel);
        db.TitleLevelPeriods.Add(new(id, level, since));
        if (!certified)
        {
            var required = await OpenYear.RequiredAsync(db, today.Year, level, cancel);
            await db.YearTotals.Where(t => t.ProfessionalId == id && t.Year == today.Year).ExecuteUpdateAsync(
                set => set.SetProperty(t => t.TitleLevel, level)
                    .SetProperty(t => t.RequiredPublic, required.PublicHours)
                    .SetProperty(t => t.RequiredProfessional, required.ProfessionalHours)
                    .SetProperty(t => t.Completed, t => t.PublicHours >= required.PublicHours && t.ProfessionalHours >= required.ProfessionalHours), cancel);
        }

        return since.Year;
    }
}

/// <summary>个人基本信息维护 of an administrator: mobile phone and mail. Source: EMP-10, INS-06, S-ACC-01.</summary>
public sealed class UpdateOwnAccount(UnitOfWork work, SecretBox box, Caller caller)
{
    /// <summary>Changes them.</summary>
    public Task<Outcome<bool>> RunAsync(string mobile, string mail, CancellationToken cancel) => work.RunAsync<bool>(nameof(UpdateOwnAccount), async _ =>
    {
        List<Refusal> refusals = [.. ContactCheck.Read(mobile, mail)];
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var account = await work.Db.Accounts.Within(caller.ReachFor(Permission.UseOwnAccount)).SingleOrDefaultAsync(cancel);
        if (account is null)
        {
            return AccountRefusals.OwnAccountNotFound;
        }

        account.SetContacts(box.Seal(mobile.Trim(), SecretBox.Mobile, account.PersonHash), box.Seal(mail.Trim(), SecretBox.Mail, account.PersonHash));
        return true;
    }, cancel);
}
