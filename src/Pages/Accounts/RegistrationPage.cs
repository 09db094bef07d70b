using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>What a form of <see cref="RegistrationPage{TForm}"/> can do.</summary>
public interface IRegistrationForm
{
    /// <summary>Takes a choice of a picker, and clears what depended on the former one. Source: PIC-03.</summary>
    void Take(string field, string choice);

    /// <summary>What only the page can tell, such as a password typed differently the second time.</summary>
    IReadOnlyList<UserError> Mistyped();
}

/// <summary>What the graph answers to a registration.</summary>
public sealed record Registered(string? Message, IReadOnlyList<UserError> UserErrors);

/// <summary>
/// A registration on one page. Without script, a picker is a page of its own; the answers wait meanwhile (<see cref="KeptAnswers"/>).
/// Source: IND-01, BUR-01, DEP-01.
/// </summary>
public abstract class RegistrationPage<TForm> : PageModel
    where TForm : class, IRegistrationForm, new()
{
    [BindProperty]
    public TForm Form { get; set; } = new();

    /// <summary>Back from a picker without script: the answers are here again, the password is not.</summary>
    public bool IsBack { get; private set; }

    /// <summary>What 注册成功 tells of the review; null for professionals.</summary>
    protected virtual string? Kind => null;

    public async Task OnGetAsync(string? field, string? pick)
    {
        // Answers come back only from a picker, not to whoever opens the form next on a shared computer.
        if (field is null)
        {
            this.Forget();
        }
        else if (this.Kept<TForm>() is { } kept)
        {
            (Form, IsBack) = (kept, true);
        }

        if (field is not null && pick is not null)
        {
            Form.Take(field, pick);
        }

        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? pick)
    {
        if (pick is not null)
        {
            return await PickAsync(pick);
        }

        var refused = this.Refused(Form.Mistyped());
        if (refused is null)
        {
            var answer = await SendAsync();
            refused = this.Refused(answer.UserErrors);
            if (refused is null)
            {
                this.Forget();
                TempData[RegisteredModel.Message] = answer.Message;
                return RedirectToPage("/Accounts/Registered", new { kind = Kind });
            }
        }

        await LoadAsync();
        return refused;
    }

    /// <summary>Reads what the page shows besides the answers.</summary>
    protected abstract Task LoadAsync();

    /// <summary>Runs the mutation.</summary>
    protected abstract Task<Registered> SendAsync();

    /// <summary>Address of the picker of a field.</summary>
    protected abstract string? PickerOf(string field);

    /// <summary>What must be answered before a field can be picked.</summary>
    protected virtual UserError? MissingFor(string field) => null;

    private async Task<IActionResult> PickAsync(string field)
    {
        if (MissingFor(field) is { } missing)
        {
            await LoadAsync();
            return this.Refused([missing])!;
        }

        this.Keep(Form);
        return PickerOf(field) is { } picker ? LocalRedirect(picker) : NotFound();
    }
}
