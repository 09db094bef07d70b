using HnCe.Domain.Files;
using HnCe.Pages.Files;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Declarations;

/// <summary>其它继续教育形式登记: choose the person, then the type, fill in, check, register. Source: EMP-19, DEC-09, S-EMP-12.</summary>
[RequestSizeLimit(PostedFile.MostBody)]
[RequestFormLimits(MultipartBodyLengthLimit = PostedFile.MostBody)]
public sealed class RegisterOnBehalfModel(GraphClient graph, AttachFile attach) : PageModel, IDeclarationForm
{
    public static readonly string[] Steps = ["选择人员", "选择类型", "填写内容", "核对并登记"];

    [FromRoute]
    public string Category { get; set; } = "";

    /// <summary>Id of the chosen person.</summary>
    [FromQuery(Name = "person")]
    public string? PersonId { get; set; }

    [FromQuery]
    public string? Name { get; set; }

    public ListPosition Position => ListPosition.Of(Request);

    /// <summary>People to choose from; null once somebody is chosen.</summary>
    public ListAnswer<PersonRow>? People { get; private set; }

    public PersonRow? Person { get; private set; }

    public FormParts Parts { get; private set; } = FormParts.None;

    public DeclareForm Form { get; private set; } = new();

    public FormCheck? Check { get; private set; }

    /// <summary>Whether the answers are shown once more before they are registered.</summary>
    public bool Checking { get; private set; }

    public bool IsCategorySettled => true;

    public string Action => Url.Page("/Declarations/RegisterOnBehalf", new { category = Category, person = PersonId })!;

    public int Step => People is not null ? 1 : Parts.Type is null ? 2 : Checking ? 4 : 3;

    private string SettledCategory => Category == "general" ? "PUBLIC" : "PROFESSIONAL";

    /// <summary>The type step or the form of a chosen person.</summary>
    public string Address(string person, string? kind = null) => Url.Page("/Declarations/RegisterOnBehalf", new { category = Category, person, kind })!;

    public async Task<IActionResult> OnGetAsync(string? kind)
    {
        if (string.IsNullOrEmpty(PersonId))
        {
            var filter = new { name = Name };
            People = (await graph.AskAsync<PeopleAnswer>("People", new { filter, Position.First, Position.After, Position.Last, Position.Before })).Professionals;
            return Page();
        }

        Form = new() { Kind = kind ?? "", Category = SettledCategory };
        return await LoadAsync() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string? @do, string? drop)
    {
        Form = DeclareForm.Posted(Request.Form) with { Category = SettledCategory };
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (Parts.Type is null)
        {
            return Page();
        }

        List<UserError> errors = [.. Form.Unreadable(), .. await TakeFileAsync(drop is not null)];
        return (drop is null ? @do : "drop") switch
        {
            "submit" => await RegisterAsync(errors),
            "hours" or "back" or "drop" => await ShowAsync(errors),
            _ => await PreviewAsync(errors),
        };
    }

    private async Task<IReadOnlyList<UserError>> TakeFileAsync(bool drop)
    {
        var outcome = await PostedFile.TakeAsync(Request.Form, attach, HttpContext.RequestAborted);
        Form = Form with { File = drop ? null : outcome.Value ?? Form.File };
        return drop ? [] : UserErrors.Of(outcome.Refusals);
    }

    // Only a refused file is worth a word while somebody is still writing.
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
        return this.Refused(FormParts.InOrder(errors)) ?? Page();
    }

    private async Task<IActionResult> RegisterAsync(List<UserError> errors)
    {
        if (errors.Count == 0)
        {
            errors.AddRange((await graph.AskAsync<RegisteredAnswer>("Register", new { input = Input() })).RegisterDeclarationOnBehalf.UserErrors);
            if (errors.Count == 0)
            {
                TempData["Told"] = $"登记成功，已列为待申报。{Person!.Name}会收到消息，可以查看这条记录。";
                return RedirectToPage("/Declarations/Forward", new { category = Category });
            }
        }

        await CheckAsync();
        return this.Refused(FormParts.InOrder(errors)) ?? Page();
    }

    private async Task CheckAsync()
    {
        Check = (await graph.AskAsync<CheckAnswer>("Check", new { input = Input() })).CheckDeclarationOnBehalf;
        Form = Form.Following(Check.Proposal?.Hours);
    }

    private async Task<bool> LoadAsync()
    {
        Person = string.IsNullOrEmpty(PersonId) ? null : (await graph.AskAsync<ChosenAnswer>("Person", new { id = PersonId })).Node;
        Parts = await FormParts.LoadAsync(graph, Form.Kind, Form.CreditYear);
        Form = Parts.Type is null ? Form : Form with { CreditYear = Form.CreditYear ?? $"{Parts.Years[0]}" };
        return Person is not null;
    }

    private object Input() => new { professional = PersonId, form = Form.ToFormInput() };

    private sealed record PeopleAnswer(ListAnswer<PersonRow> Professionals);

    private sealed record ChosenAnswer(PersonRow? Node);

    private sealed record CheckAnswer(FormCheck CheckDeclarationOnBehalf);

    private sealed record RegisteredAnswer(ErrorsAnswer RegisterDeclarationOnBehalf);
}

/// <summary>A professional of the unit, to be chosen.</summary>
public sealed record PersonRow(string Id, string Name, string IdNumber, string? TitleName, string TitleLevel, NamedAnswer? Department);
