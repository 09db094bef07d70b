using System.Globalization;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Declarations;

/// <summary>修订: one declaration type, its fields and hours, for a coming year; with a preview of what changes. Source: DEC-07, DEC-10, DEC-11.</summary>
public sealed class RuleModel(GraphClient graph, TimeProvider clock) : PageModel
{
    public static readonly IReadOnlyList<Choice> Categories = [new("Professional", "专业科目"), new("Public", "公需科目")];

    /// <summary>Current credit year.</summary>
    public int Year => ChineseTime.Day(clock.GetUtcNow()).Year;

    /// <summary>All versions, newest first; the first is where a revision starts from.</summary>
    public IReadOnlyList<Standard> Versions { get; private set; } = [];

    public RuleForm Form { get; private set; } = null!;

    public string ValidFromYear { get; private set; } = "";

    /// <summary>Whether the texts are what is saved, not the fields.</summary>
    public bool Expert { get; private set; }

    /// <summary>The texts as they were typed or as the fields make them.</summary>
    public string Definition { get; private set; } = "";

    public string Rule { get; private set; } = "";

    /// <summary>What the revision would change; null before it was asked for.</summary>
    public IReadOnlyList<Sample>? Samples { get; private set; }

    /// <summary>The answer as it was typed, else as the text has it.</summary>
    public string Shown(string name, string text) => Request.HasFormContentType && Request.Form.ContainsKey(name) ? Request.Form[name].ToString() : text;

    public async Task<IActionResult> OnGetAsync(string kind) => await LoadAsync(kind) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string kind, string? validFromYear, string? @do)
    {
        if (!await LoadAsync(kind))
        {
            return NotFound();
        }

        ValidFromYear = validFromYear ?? "";
        Read();
        List<UserError> errors = [.. Form.Errors];
        if (!int.TryParse(ValidFromYear, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            errors.Add(new("NOT_A_NUMBER", "生效年度应为四位数字", "validFromYear"));
        }

        if (errors.Count > 0)
        {
            return this.Refused(errors)!;
        }

        var input = new { kind, validFromYear = year, definition = Definition, rule = Rule };
        if (@do != "save")
        {
            var preview = (await graph.AskAsync<PreviewAnswer>("Preview", new { input })).PreviewRevision;
            Samples = preview.UserErrors.Count > 0 ? null : preview.Samples;
            return this.Refused(preview.UserErrors) ?? Page();
        }

        var refused = (await graph.AskAsync<RevisedAnswer>("Revise", new { input })).ReviseDeclarationType.UserErrors;
        TempData["Told"] = refused.Count > 0 ? null : $"已保存，{year} 年度起执行。在这以前还可以修改或撤回。";
        return this.Refused(refused) ?? RedirectToPage(new { kind });
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string kind, string id)
    {
        var errors = (await graph.AskAsync<WithdrawnAnswer>("Withdraw", new { input = new { id } })).WithdrawRevision.UserErrors;
        TempData["Told"] = errors.Count > 0 ? null : "已撤回这次修订。";
        return errors.Count > 0 && !await LoadAsync(kind) ? NotFound() : this.Refused(errors) ?? RedirectToPage(new { kind });
    }

    // The expert's texts are kept as typed; the fields are written into the newest version.
    private void Read()
    {
        Expert = Request.Form["expert"] == "true";
        if (Expert)
        {
            (Definition, Rule) = (Request.Form["definition"].ToString(), Request.Form["rule"].ToString());
            return;
        }

        Form.Take(Request.Form);
        (Definition, Rule) = (Form.DefinitionText, Form.RuleText);
    }

    private async Task<bool> LoadAsync(string kind)
    {
        var types = await Kinds.LoadAsync(graph);
        if (!types.Any(type => type.Value == kind))
        {
            return false;
        }

        Versions = (await graph.AskAsync<Answer>("Rule", new { kind })).DeclarationRevisions;
        var newest = Versions[0];
        Form = new(newest.Definition, newest.Rule);
        (Definition, Rule) = (Form.DefinitionText, Form.RuleText);
        ValidFromYear = $"{Math.Max(Year + 1, newest.Type.ValidFromYear)}";
        return true;
    }

    /// <summary>One version with its texts.</summary>
    public sealed record Standard(string? Id, IReadOnlyList<string> Hours, string Definition, string Rule, string? MadeBy, DateTime? MadeAt, RulesModel.TypeOf Type);

    /// <summary>What both standards make of the same answers.</summary>
    public sealed record Sample(string Say, FormProposal Before, FormProposal After);

    private sealed record Answer(IReadOnlyList<Standard> DeclarationRevisions);

    private sealed record PreviewAnswer(PreviewOf PreviewRevision);

    private sealed record PreviewOf(IReadOnlyList<UserError> UserErrors, IReadOnlyList<Sample> Samples);

    private sealed record RevisedAnswer(RevisedPayload ReviseDeclarationType);

    private sealed record RevisedPayload(string? RevisionId, IReadOnlyList<UserError> UserErrors);

    private sealed record WithdrawnAnswer(ErrorsAnswer WithdrawRevision);
}
