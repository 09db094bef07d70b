using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Credits;
using HnCe.Domain.Data;
using HnCe.Domain.ReferenceData;
using HnCe.Graph.Server;

namespace HnCe.Graph.Credits;

/// <summary>What one title level must reach in one year. 年度完成继续教育学时. REQ-01.</summary>
[Name("RequiredHours")]
public sealed class RequiredHoursView
{
    /// <summary>年度.</summary>
    public int Year { get; init; }

    /// <summary>专业技术职务等级, code of TITLE_LEVELS.</summary>
    public string LevelCode { get; init; } = "";

    /// <summary>专业技术职务等级, its name.</summary>
    [Needs(nameof(LevelCode))]
    public string TitleLevel => TitleLevels.NameOf(LevelCode);

    /// <summary>公需课学时, credit hours.</summary>
    public decimal PublicHours { get; init; }

    /// <summary>专业课学时, credit hours.</summary>
    public decimal ProfessionalHours { get; init; }

    /// <summary>Its name in the audit log, whose lines are its history. 历史. GEN-10.</summary>
    [Needs(nameof(Year), nameof(LevelCode))]
    public string AuditSubject => $"RequiredHours:{Year}/{LevelCode}";

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<RequiredHours, RequiredHoursView>> Shape = r => new()
    {
        Year = r.Year,
        LevelCode = r.TitleLevel,
        PublicHours = r.PublicHours,
        ProfessionalHours = r.ProfessionalHours,
    };
}

/// <summary>What setRequiredHours would do, or why it would be refused. 影响. REQ-04.</summary>
[Name("RequiredHoursEffects")]
public sealed class RequiredHoursEffectsView : Payload
{
    /// <summary>Year by year: the year itself, and later ones that have no hours of their own.</summary>
    public IReadOnlyList<RequiredHoursEffectView> Years { get; init; } = [];
}

/// <summary>What setting required hours would do to one year. REQ-04.</summary>
/// <param name="Year">年度.</param>
/// <param name="People">Professionals of the title level with a row of the year. 人数.</param>
/// <param name="BecomeCompleted">Those who would be 合格 and are not.</param>
/// <param name="BecomeIncomplete">Those who are 合格 and would not be.</param>
/// <param name="Certificates">Those who hold a valid certificate, which stays valid. 持有合格证书.</param>
[Name("RequiredHoursEffect")]
public sealed record RequiredHoursEffectView(int Year, int People, int BecomeCompleted, int BecomeIncomplete, int Certificates);

/// <summary>What one title level shall reach in one year. REQ-01.</summary>
public sealed class SetRequiredHoursInput
{
    /// <summary>年度, from 2000 to two years ahead.</summary>
    public required int Year { get; init; }

    /// <summary>专业技术职务等级, code of TITLE_LEVELS.</summary>
    public required string TitleLevel { get; init; }

    /// <summary>公需课学时, 0 to 200 in half steps.</summary>
    public required decimal PublicHours { get; init; }

    /// <summary>专业课学时, 0 to 200 in half steps.</summary>
    public required decimal ProfessionalHours { get; init; }

    /// <summary>Says that a past year is meant; without it such a year is refused. REQ-04.</summary>
    public bool? ConfirmPastYear { get; init; }

    internal RequiredHoursInput ToInput() => new()
    {
        Year = Year,
        TitleLevel = TitleLevel,
        PublicHours = PublicHours,
        ProfessionalHours = ProfessionalHours,
        ConfirmPastYear = ConfirmPastYear ?? false,
    };
}

/// <summary>What came of setting required hours.</summary>
public sealed class SetRequiredHoursPayload : Payload
{
    /// <summary>Whether they were set; null when refused.</summary>
    public bool? Done { get; init; }
}

[QueryType]
internal static class RequiredHoursQueries
{
    /// <summary>Required hours by year and title level, newest year first. 管理年度完成继续教育学时. REQ-01, S-SYS-07.</summary>
    /// <param name="year">年度.</param>
    /// <param name="titleLevel">专业技术职务等级, code of TITLE_LEVELS.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="reader">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.UseOwnAccount)]
    public static Task<Page<RequiredHoursView>> RequiredHours(
        int? year, string? titleLevel, PageRequest page, Selected<RequiredHours, RequiredHoursView> selected, [FromServices] RequiredHoursReader reader, CancellationToken cancel) =>
        reader.ListAsync(year, titleLevel, page, selected.Shape, cancel);

    /// <summary>What setRequiredHours would do, year by year, or why it would be refused; nothing is written. 影响. REQ-04.</summary>
    /// <param name="input">What is typed.</param>
    /// <param name="reader">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    [Cost(50)]
    public static async Task<RequiredHoursEffectsView> RequiredHoursEffects(SetRequiredHoursInput input, [FromServices] RequiredHoursReader reader, CancellationToken cancel) =>
        (await reader.EffectsAsync(input.ToInput(), cancel)).To(years => new RequiredHoursEffectsView
        {
            Years = [.. years.Select(one => new RequiredHoursEffectView(one.Year, one.People, one.BecomeCompleted, one.BecomeIncomplete, one.Certificates))],
        });
}

[MutationType]
internal static class RequiredHoursMutations
{
    /// <summary>Adds or changes the required hours of one year and title level; yearly completion follows. 新增、修改学时. REQ-01, REQ-04.</summary>
    /// <param name="input">What is typed.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static async Task<SetRequiredHoursPayload> SetRequiredHours(SetRequiredHoursInput input, [FromServices] SetRequiredHours useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.ToInput(), cancel)).To(_ => new SetRequiredHoursPayload { Done = true });
}
