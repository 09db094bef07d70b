using HnCe.Domain.Files;
using HnCe.Pages.Files;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Declarations;

/// <summary>申报继续教育信息: choose the type, fill in, check, send. Source: IND-19 to IND-25, DEC-01 to DEC-13, FWD-07.</summary>
[RequestSizeLimit(PostedFile.MostBody)]
[RequestFormLimits(MultipartBodyLengthLimit = PostedFile.MostBody)]
public sealed class DeclareModel(GraphClient graph, AttachFile attach) : PageModel, IDeclarationForm
{
    public FormParts Parts { get; private set; } = FormParts.None;

    /// <summary>The chosen type; null in the first step.</summary>
    public FormType? Type => Parts.Type;

    public string Action => Url.Page("/Declarations/Declare")!;

    public bool IsCategorySettled => false;

    public DeclareForm Form { get; private set; } = new();

    /// <summary>What the graph thinks of the answers; null before the first one.</summary>
    public FormCheck? Check { get; private set; }

    /// <summary>Whether the answers are shown once more before they are sent.</summary>
    public bool Checking { get; private set; }

    /// <summary>What is edited or replaced.</summary>
    public StoredDeclaration? Stored { get; private set; }

    /// <summary>A draft can be kept as long as nothing was sent.</summary>
    public bool CanSaveDraft => Form.Id is null || Stored?.Status == "DRAFT";

    public async Task<IActionResult> OnGetAsync(string? kind, string? id, string? replaces)
    {
        if ((id ?? replaces) is { } key)
        {
            Stored = (await graph.AskAsync<StoredAnswer>("Stored", new { id = key })).Declaration;
            if (Stored is null)
            {
                return NotFound();
            }

            if (id is null ? Stored.Status != "FAILED" : !Stored.CanEdit)
            {
                return RedirectToPage("/Declarations/Detail", new { id = key });
            }

            Form = Stored.ToForm(again: id is null);
        }
        else
        {
            Form = new DeclareForm { Kind = kind ?? "", Category = "PROFESSIONAL" };
        }

        await LoadAsync();
        if (Type is not null && Stored is not null)
        {
            await CheckAsync();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? @do, string? drop)
    {
        Form = DeclareForm.Posted(Request.Form);
        await LoadAsync();
        if (Type is null)
        {
            return Page();
        }

        if ((Form.Id ?? Form.Replaces) is { } key)
        {
            Stored = (await graph.AskAsync<StoredAnswer>("Stored", new { id = key })).Declaration;
        }

        List<UserError> errors = [.. Form.Unreadable(), .. await TakeFileAsync(drop is not null)];
        return (drop is null ? @do : "drop") switch
        {
            "draft" => await SaveDraftAsync(errors),
            "submit" => await SubmitAsync(errors),
            "hours" or "back" or "drop" => await ShowAsync(errors),
            _ => await PreviewAsync(errors),
        };
    }

    private async Task<IReadOnlyList<UserError>> TakeFileAsync(bool drop)
    {
        if (drop)
        {
            Form = Form with { File = null };
            return [];
        }

        var outcome = await PostedFile.TakeAsync(Request.Form, attach, HttpContext.RequestAborted);
        Form = Form with { File = outcome.Value ?? Form.File };
        return UserErrors.Of(outcome.Refusals);
    }

    // Only a refused file is worth a word while somebody is still writing; the rest is said when he asks to go on.
    private async Task<IActionResult> ShowAsync(IEnumerable<UserError> errors)
    {
        await CheckAsync();
        return this.Refused([.. errors.Where(error => error.Path == "file")]) ?? Page();
    }

    private async Task<IActionResult> PreviewAsync(List<UserError> errors)
    {
        await CheckAsync();
        errors.AddRange(Check!.UserErrors);
        Checking = errors.Count == 0;
        return SayWhatIsWrong(errors) ?? Page();
    }

    private async Task<IActionResult> SaveDraftAsync(List<UserError> errors)
    {
        // A draft need not be complete, but nothing that was typed may be lost.
        errors.RemoveAll(error => error.Path == "category");
        if (errors.Count == 0)
        {
            var saved = (await graph.AskAsync<DraftAnswer>("SaveDraft", new { input = Form.ToInput() })).SaveDeclarationDraft;
            errors.AddRange(saved.UserErrors);
            if (errors.Count == 0)
            {
                TempData["Told"] = "草稿已保存，只有您自己看得到。可以接着填写，也可以以后从“查看继续教育信息”进来继续填写。";
                return RedirectToPage(new { id = saved.DeclarationId });
            }
        }

        await CheckAsync();
        return SayWhatIsWrong(errors) ?? Page();
    }

    private async Task<IActionResult> SubmitAsync(List<UserError> errors)
    {
        if (errors.Count == 0)
        {
            var sent = (await graph.AskAsync<SentAnswer>("Declare", new { input = Form.ToInput() })).Declare;
            errors.AddRange(sent.UserErrors);
            if (errors.Count == 0)
            {
                TempData["Told"] = $"申报成功，请耐心等待上级部门的审批。现在由{Parts.Employer}审核。";
                return RedirectToPage("/Declarations/Detail", new { id = sent.DeclarationId });
            }
        }

        await CheckAsync();
        return SayWhatIsWrong(errors) ?? Page();
    }

    private async Task CheckAsync()
    {
        Check = (await graph.AskAsync<CheckAnswer>("Check", new { input = Form.ToInput() })).CheckDeclaration;
        Form = Form.Following(Check.Proposal?.Hours);
    }

    private IActionResult? SayWhatIsWrong(List<UserError> errors) => this.Refused(FormParts.InOrder(errors));

    private async Task LoadAsync()
    {
        Parts = await FormParts.LoadAsync(graph, Form.Kind, Form.CreditYear);
        Form = Type is null ? Form : Form with { CreditYear = Form.CreditYear ?? $"{Parts.Years[0]}" };
    }

    private sealed record StoredAnswer(StoredDeclaration? Declaration);

    private sealed record CheckAnswer(FormCheck CheckDeclaration);

    private sealed record DraftAnswer(PayloadAnswer SaveDeclarationDraft);

    private sealed record SentAnswer(PayloadAnswer Declare);

    private sealed record PayloadAnswer(string? DeclarationId, IReadOnlyList<UserError> UserErrors);
}
