using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Credits;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Declarations;

/// <summary>
/// The shared part of 申报, 存草稿 and 登记: reads the form, checks file, duplicates and replacement, writes the declaration,
/// its history and the person's row of the credit year.
/// </summary>
internal sealed class FileDeclaration(HnCeDbContext db, DeclarationStandards standards, TimeProvider clock)
{
    public async Task<Outcome<Declaration>> RunAsync(
        Professional professional, Declaration? existing, DeclarationInput input, DeclarationEvent happening, WriteContext write, CancellationToken cancel)
    {
        var (form, refusals) = await ReadAsync(professional, existing, input, happening, write.Caller, cancel);
        if (form is null || refusals.Count > 0)
        {
            return refusals;
        }

        var declaration = existing ?? new Declaration(professional);
        if (declaration.Fill(form, happening, write) is { } refusal)
        {
            return refusal;
        }

        db.Update(declaration);
        db.TimelineEntries.Add(new(declaration, happening, null, write));
        await OpenYear.ForOneAsync(db, professional, form.CreditYear, cancel);
        return declaration;
    }

    /// <summary>Reads and checks all that can be refused, and writes nothing.</summary>
    public async Task<(DeclarationForm? Form, List<Refusal> Refusals)> ReadAsync(
        Professional professional, Declaration? existing, DeclarationInput input, DeclarationEvent happening, Caller caller, CancellationToken cancel)
    {
        var level = await OpenYear.LevelOfAsync(db, professional, input.CreditYear, cancel);
        var required = await OpenYear.RequiredAsync(db, input.CreditYear, level, cancel);
        var (form, read) = DeclarationForm.Read(input, standards, required.ProfessionalHours, clock.Today());
        var isDraft = happening is DeclarationEvent.SaveDraft;
        List<Refusal> refusals = [.. isDraft ? read.Where(PreventsSaving) : read];
        await CheckFileAsync(input, existing, happening, caller, refusals, cancel);
        await CheckDuplicateAsync(form, professional, existing, happening, refusals, cancel);
        await CheckReplacedAsync(input, professional, refusals, cancel);
        return (isDraft ? form?.AsDraft(input) : form, refusals);
    }

    // A draft may be unfinished, but what could never be stored or would be lost is said at once.
    private static bool PreventsSaving(Refusal refusal) =>
        refusal.Code is RefusalCode.RemarkTooLong or RefusalCode.InvalidText or RefusalCode.UnknownField or RefusalCode.TypeRetired or RefusalCode.CreditYearClosed;

    private async Task CheckFileAsync(
        DeclarationInput input, Declaration? existing, DeclarationEvent happening, Caller caller, List<Refusal> refusals, CancellationToken cancel)
    {
        var isKept = input.FileId is not null && input.FileId == existing?.FileId;
        var isOwn = input.FileId is { } id && await db.Attachments.AnyAsync(f => f.Id == id && f.OwnerId == caller.AccountId, cancel);
        if (!isKept && !isOwn && (input.FileId is not null || happening is not DeclarationEvent.SaveDraft))
        {
            refusals.Add(DeclarationRefusals.FileRequired);
        }
    }

    private async Task CheckDuplicateAsync(
        DeclarationForm? form, Professional professional, Declaration? existing, DeclarationEvent happening, List<Refusal> refusals, CancellationToken cancel)
    {
        if (form?.DuplicateKey is not { } key || happening is DeclarationEvent.SaveDraft)
        {
            return;
        }

        var own = existing?.Id ?? 0;
        if (await db.Declarations.AnyAsync(d => d.Kind == form.Definition.Kind && d.DuplicateKey == key && d.ProfessionalId == professional.Id && d.Id != own
            && d.Status != DeclarationStatus.Draft && d.Status != DeclarationStatus.Failed && d.Status != DeclarationStatus.Revoked && d.Status != DeclarationStatus.Withdrawn, cancel))
        {
            refusals.Add(DeclarationRefusals.Duplicate.At($"details.{form.Definition.DuplicateKey[0]}"));
        }
    }

    private async Task CheckReplacedAsync(DeclarationInput input, Professional professional, List<Refusal> refusals, CancellationToken cancel)
    {
        if (input.ReplacesId is { } replaced
            && !await db.Declarations.AnyAsync(d => d.Id == replaced && d.ProfessionalId == professional.Id && d.Status == DeclarationStatus.Failed, cancel))
        {
            refusals.Add(DeclarationRefusals.NotReplaceable);
        }
    }
}
