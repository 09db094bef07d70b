using System.Globalization;
using System.Text.RegularExpressions;
using HnCe.Domain.Access;
using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Declarations;

/// <summary>
/// Whether a definition and its credit rule would work (修订核对): everything by which declaring could break later is refused now,
/// all at once, each in words that say where. Refusals are <see cref="RefusalCode.InvalidStandard"/> at <c>definition</c> or <c>rule</c>. Source: DEC-10, DEC-11.
/// </summary>
internal sealed partial class StandardCheck
{
    private const int MostFields = 40;
    private const int MostLines = 60;
    private const decimal MostNumber = 1_000_000_000;

    private readonly DeclarationTypeDefinition _type;
    private readonly List<Refusal> _refusals = [];
    private string _path = "definition";

    private StandardCheck(DeclarationTypeDefinition type) => _type = type;

    /// <summary>All that is wrong with them.</summary>
    public static IReadOnlyList<Refusal> Of(DeclarationTypeDefinition type, CreditRule rule, DeclarationTypeDefinition before)
    {
        var check = new StandardCheck(type);
        if (!check.HasNoGaps(rule))
        {
            return check._refusals;
        }

        check.CheckType(before);
        foreach (var field in type.Fields)
        {
            check.CheckField(field);
        }

        check.CheckReferences();
        check._path = "rule";
        check.CheckRule(rule);
        return check._refusals;
    }

    // A null between commas would trip everything that follows.
    private bool HasNoGaps(CreditRule rule)
    {
        IEnumerable<object?> parts =
        [
            .. _type.Proofs, .. _type.DuplicateKey, .. _type.Fields, .. _type.Fields.SelectMany(IEnumerable<object?> (field) => field is null ? [] :
                [.. field.Choices ?? [], .. field.RequiredWhen?.EqualTo ?? [], .. field.RequiredWhen?.NotEqualTo ?? []]),
            .. rule.Rates, .. rule.Adjustments ?? [], .. rule.Rates.SelectMany(rate => rate?.When ?? []), .. (rule.Adjustments ?? []).SelectMany(one => one?.When ?? []),
            .. rule.Rates.SelectMany(rate => rate?.When ?? []).Concat((rule.Adjustments ?? []).SelectMany(one => one?.When ?? [])).SelectMany(condition => condition?.In ?? []),
        ];
        Must(parts.All(part => part is not null), "列表里不能有空项（null）");
        return _refusals.Count == 0;
    }

    private void CheckType(DeclarationTypeDefinition before)
    {
        Must(_type.Kind == before.Kind && _type.Code == before.Code, "类型（kind）和编号（code）不能更改");
        Must(_type.ValidToYear is null || (_type.ValidToYear >= _type.ValidFromYear - 1 && _type.ValidToYear <= 2100), $"最后受理年度应在 {_type.ValidFromYear - 1} 到 2100 之间；填 {_type.ValidFromYear - 1} 表示从 {_type.ValidFromYear} 年起停用");
        Must(Fits(_type.Name, 50), "类型名称应为 1 到 50 字");
        Must(Fits(_type.Example, 100), "举例应为 1 到 100 字");
        Must(Fits(_type.Help, 500), "填写说明应为 1 到 500 字");
        Must(_type.Proofs.Count is > 0 and <= 10 && _type.Proofs.All(proof => Fits(proof, 100)), "证明材料应有 1 到 10 项，每项不超过 100 字");
        Must(_type.Categories is null || (_type.Categories.Count > 0 && _type.Categories.Distinct().Count() == _type.Categories.Count), "科目类型至少选一项，不能重复");
        Must(_type.Fields.Count is > 0 and <= MostFields, $"填写项应有 1 到 {MostFields} 项");
        foreach (var twice in _type.Fields.GroupBy(field => field.Name).Where(group => group.Count() > 1))
        {
            Must(false, $"填写项“{twice.Key}”重复");
        }
    }

    private void CheckField(FieldDefinition field)
    {
        var name = $"填写项“{field.Name}”";
        Must(FieldName().IsMatch(field.Name) && field.Name.Length <= 40, $"{name}的名字应以小写字母开头，只用字母和数字");
        Must(Fits(field.Label, 30), $"{name}的名称应为 1 到 30 字");
        Must(field.Hint is null || Fits(field.Hint, 200), $"{name}的提示不得超过 200 字");
        Must(field.Unit is null || Fits(field.Unit, 10), $"{name}的单位不得超过 10 字");
        Must(field.MaxLength is > 0 and <= 500, $"{name}的最大长度应在 1 到 500 之间");
        Must((field.Kind is FieldKind.Choice) == (field.Choices is { Count: > 0 }), $"{name}：单选项要有选项，其他项不能有选项");
        Must(field.Choices is null || (field.Choices.Count <= MostLines && field.Choices.All(choice => ChoiceValue().IsMatch(choice.Value) && Fits(choice.Label, 30))
            && field.Choices.DistinctBy(choice => choice.Value).Count() == field.Choices.Count && field.Choices.DistinctBy(choice => choice.Label).Count() == field.Choices.Count),
            $"{name}的选项值应为大写字母、数字和下划线，名称为 1 到 30 字，都不能重复");
        Must((field.Kind is FieldKind.CodeList) == (field.CodeList is not null) && (field.CodeList is null || IsOffered(field.CodeList)), $"{name}的代码表不存在，或不该有代码表");
        Must(field.Kind is not FieldKind.Number || (field.Min is not null && field.Max is not null && field.Min <= field.Max && field.Max <= MostNumber && field.Min >= -MostNumber), $"{name}是数字，要有最小值和最大值，最小值不能大于最大值");
        Must(field.Decimals is >= 0 and <= 4, $"{name}的小数位数应在 0 到 4 之间");
        Must(field.Kind is not FieldKind.TextList || field.Max is >= 1 and <= 50, $"{name}是多项文字，要有最多项数（max），1 到 50");
        Must(field.Check is null || field.Kind is FieldKind.Text, $"{name}：只有单行文字可以核对号码");
        Must(field.NotBefore is null || (field.Kind is FieldKind.Date && field.NotBefore != field.Name && KindOf(field.NotBefore) is FieldKind.Date), $"{name}的“不能早于”应指另一个日期项");
        if (field.RequiredWhen is { } when)
        {
            Must(when.Field != field.Name && (when.EqualTo is null) != (when.NotEqualTo is null) && AreAnswers(when.Field, when.EqualTo ?? when.NotEqualTo!), $"{name}的必填条件应指另一个单选或是否项，写明等于或不等于哪些选项");
        }
    }

    private void CheckReferences()
    {
        Must(_type.Field(_type.Title) is { Required: true, Kind: FieldKind.Text or FieldKind.Choice or FieldKind.CodeList }, "名称项（title）应是一个必填的单行文字、单选或代码项");
        Must(KindOf(_type.EventDate) is FieldKind.Date, "日期项（eventDate）应是一个日期项，用来核对计入年度");
        Must(_type.DuplicateKey.Count is > 0 and <= 5 && _type.DuplicateKey.All(name => _type.Field(name) is { Required: true }) && _type.DuplicateKey.Distinct().Count() == _type.DuplicateKey.Count,
            "重复核对项（duplicateKey）应是 1 到 5 个必填项，不能重复");
    }

    private void CheckRule(CreditRule rule)
    {
        Must(rule.Kind == _type.Kind, "学时折算标准的类型（kind）与填写项的类型不一致");
        Must(rule.Rates.Count is > 0 and <= MostLines && (rule.Adjustments?.Count ?? 0) <= MostLines, $"折算标准应有 1 到 {MostLines} 行");
        foreach (var rate in rule.Rates)
        {
            CheckRate(rate);
        }

        foreach (var adjustment in rule.Adjustments ?? [])
        {
            CheckAdjustment(adjustment);
        }
    }

    private void CheckRate(CreditRate rate)
    {
        var name = $"折算标准“{rate.Say}”";
        Must(Fits(rate.Say, 30), $"{name}的说明应为 1 到 30 字");
        Must(new[] { rate.Hours is not null, rate.HoursByRank is not null, rate.PerUnit is not null, rate.YearsProfessionalHours }.Count(given => given) == 1,
            $"{name}要有且只有一种学时：固定学时、按排名、按数量，或本年度专业科目应完成学时");
        IEnumerable<decimal?> hours = [rate.Hours, rate.PerUnit, rate.AtMost, .. (rate.HoursByRank ?? []).Select(decimal? (one) => one)];
        Must(hours.All(one => one is null or (>= 0 and <= ClaimedHours.Most)), $"{name}的学时应在 0 到 {ClaimedHours.Most} 之间");
        Must(rate.HoursByRank is null or { Count: > 0 and <= 20 }, $"{name}的排名应有 1 到 20 名");
        Must((rate.HoursByRank ?? (object?)rate.PerUnit) is null || KindOf(rate.Field) is FieldKind.Number, $"{name}没有对应的数字项“{rate.Field}”");
        Must(rate.PerUnit is null || Fits(rate.Unit, 10), $"{name}按数量计，要有单位");
        Must(rate.PerUnit is null || rate.AtMost is not null || rate.PerUnit * _type.Field(rate.Field ?? "")?.Max <= ClaimedHours.Most, $"{name}按数量计，要有最高学时，否则会超过 {ClaimedHours.Most}");
        CheckConditions(name, rate.When);
    }

    private void CheckAdjustment(CreditAdjustment adjustment)
    {
        var name = $"调整“{adjustment.Say}”";
        Must(Fits(adjustment.Say, 30), $"{name}的说明应为 1 到 30 字");
        Must(new[] { adjustment.Times is not null, adjustment.Plus is not null, adjustment.MinusPerRank is not null }.Count(given => given) == 1, $"{name}要有且只有一种：乘以、加，或每后一名减");
        Must(adjustment.Times is null || Fraction().IsMatch(adjustment.Times), $"{name}的倍数应写成 1、2/3 这样的分数");
        Must(adjustment.Plus is null or (>= -ClaimedHours.Most and <= ClaimedHours.Most), $"{name}的学时应在 -{ClaimedHours.Most} 到 {ClaimedHours.Most} 之间");
        Must(adjustment.MinusPerRank is null || (adjustment.MinusPerRank is >= 0 and <= ClaimedHours.Most && KindOf(adjustment.Field) is FieldKind.Number), $"{name}的学时应在 0 到 {ClaimedHours.Most} 之间，并对应一个数字项");
        CheckConditions(name, adjustment.When);
    }

    private void CheckConditions(string name, IReadOnlyList<CreditCondition>? conditions)
    {
        foreach (var condition in conditions ?? [])
        {
            var kind = KindOf(condition.Field);
            Must(kind is not null, $"{name}的条件用了没有的填写项“{condition.Field}”");
            Must(kind is null || condition.In is null || AreAnswers(condition.Field, condition.In), $"{name}的条件有“{condition.Field}”没有的选项");
            Must((condition.LessThan ?? condition.MoreThan) is null || kind is FieldKind.Number, $"{name}只能拿数字项比较大小，“{condition.Field}”不是");
            Must(condition.MonthsUntil is null || (kind is FieldKind.Date && KindOf(condition.MonthsUntil) is FieldKind.Date && condition.Months is > 0 and <= 60), $"{name}的月数条件应指两个日期项，1 到 60 个月");
            Must(condition is not { In: null, LessThan: null, MoreThan: null, MonthsUntil: null }, $"{name}的条件没有写明要求");
        }
    }

    private bool AreAnswers(string name, IReadOnlyList<string> values) => values.Count > 0 && _type.Field(name) is { } field && field.Kind switch
    {
        FieldKind.Choice => values.All(value => field.Choices?.Any(choice => choice.Value == value) ?? false),
        FieldKind.Boolean => values.All(value => value is "true" or "false"),
        FieldKind.Number => values.All(value => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _)),
        FieldKind.CodeList => IsOffered(field.CodeList) && values.All(value => SeedFile.HasCode(field.CodeList!, value)),
        _ => false,
    };

    // The sexes are no list of the forms.
    private static bool IsOffered(string? list) => list is not (null or "sexes") && Seeds.Lists.Contains(list);

    private FieldKind? KindOf(string? name) => _type.Field(name ?? "")?.Kind;

    private void Must(bool holds, string otherwise)
    {
        if (!holds)
        {
            _refusals.Add(new(RefusalCode.InvalidStandard, otherwise, _path));
        }
    }

    private static bool Fits(string? text, int most) => !string.IsNullOrWhiteSpace(text) && TypedText.Fits(text, most) && TypedText.IsStorable(text);

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$")]
    private static partial Regex FieldName();

    [GeneratedRegex("^[A-Z0-9][A-Z0-9_]{0,39}$")]
    private static partial Regex ChoiceValue();

    [GeneratedRegex("^[0-9]{1,2}(/[1-9][0-9]?)?$")]
    private static partial Regex Fraction();
}
