using System.Text.Json.Nodes;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using Xunit;

namespace HnCe.Domain.Tests.Declarations;

/// <summary>What the province may write into a declaration type and its credit rule.</summary>
public sealed class StandardTests
{
    private const int Year = 2026;

    public static TheoryData<DeclarationKind> Kinds => new(Enum.GetValues<DeclarationKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Spec", "DEC-10")]
    public void Revision_ThatChangesNothing_IsAcceptedForEachOfTheFifteen(DeclarationKind kind)
    {
        var (definition, rule) = Delivered(kind);

        var (draft, refusals) = StandardDraft.Read(new(kind, Year + 1, StandardText.Write(definition), StandardText.Write(rule)), version: 2, Year);

        Assert.Empty(refusals);
        Assert.Equal((2, Year + 1, 2, Year + 1), (draft!.Definition.Version, draft.Definition.ValidFromYear, draft.Rule.Version, draft.Rule.ValidFromYear));
        Assert.Equal(StandardText.Write(draft.Rule), StandardText.Write(StandardText.ReadRule(StandardText.Write(draft.Rule))));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Spec", "DEC-11")]
    public void Samples_OfAnUnchangedRule_ShowEachLineAndNoDifference(DeclarationKind kind)
    {
        var (definition, rule) = Delivered(kind);

        var samples = StandardWords.Samples(definition, rule, rule);

        Assert.Equal(rule.Rates.Select(rate => rate.Say), samples.Take(rule.Rates.Count).Select(sample => sample.Say));
        Assert.Equal(rule.Rates.Count + (rule.Adjustments?.Count ?? 0), samples.Count);
        Assert.All(samples, sample => Assert.Equal(sample.Before, sample.After));
        Assert.All(samples, sample => Assert.Contains(sample.Say, sample.After.Trace, StringComparison.Ordinal));
        Assert.Equal(samples.Count, rule.InWords().Count);
    }

    [Theory]
    [InlineData("definition", "kind", "Patent", "类型（kind）和编号（code）不能更改")]
    [InlineData("definition", "help", "", "填写说明应为 1 到 500 字")]
    [InlineData("definition", "proofs", "[]", "证明材料应有 1 到 10 项")]
    [InlineData("definition", "proofs", "[null]", "列表里不能有空项")]
    [InlineData("definition", "categories", "[]", "科目类型至少选一项")]
    [InlineData("definition", "validToYear", "2024", "最后受理年度应在 2026 到 2100 之间")]
    [InlineData("definition", "title", "name", "名称项（title）")]
    [InlineData("definition", "eventDate", "title", "日期项（eventDate）")]
    [InlineData("definition", "duplicateKey", "[\"cn\"]", "重复核对项")]
    [InlineData("definition", "salary", "1", "有系统不认识的项“salary”")]
    [InlineData("definition", "fields", "[]", "填写项应有 1 到 40 项")]
    [InlineData("definition", "fields.0.name", "Titel!", "应以小写字母开头")]
    [InlineData("definition", "fields.1.name", "title", "填写项“title”重复")]
    [InlineData("definition", "fields.0.label", "", "“title”的名称应为 1 到 30 字")]
    [InlineData("definition", "fields.0.maxLength", "0", "最大长度应在 1 到 500 之间")]
    [InlineData("definition", "fields.0.kind", "Essay", "值不对")]
    [InlineData("definition", "fields.2.choices", "[]", "单选项要有选项")]
    [InlineData("definition", "fields.2.choices.0.value", "中文", "选项值应为大写字母")]
    [InlineData("definition", "fields.7.min", "9999999", "最小值不能大于最大值")]
    [InlineData("definition", "fields.4.requiredWhen.field", "nowhere", "必填条件应指另一个单选或是否项")]
    [InlineData("definition", "fields.0.notBefore", "publishedOn", "不能早于")]
    [InlineData("rule", "kind", "Patent", "类型（kind）与填写项的类型不一致")]
    [InlineData("rule", "rates", "[]", "折算标准应有 1 到 60 行")]
    [InlineData("rule", "rates.0.say", "", "说明应为 1 到 30 字")]
    [InlineData("rule", "rates.2.hours", "-1", "“国际刊物”的学时应在 0 到 200 之间")]
    [InlineData("rule", "rates.2.hours", "201", "“国际刊物”的学时应在 0 到 200 之间")]
    [InlineData("rule", "rates.2.perUnit", "3", "要有且只有一种学时")]
    [InlineData("rule", "rates.0.when.0.field", "salary", "没有的填写项“salary”")]
    [InlineData("rule", "rates.2.when.0.in", "[\"MARS\"]", "没有的选项")]
    [InlineData("rule", "rates.2.when.0.lessThan", "5", "只能拿数字项比较大小")]
    [InlineData("rule", "adjustments.1.times", "1/0", "倍数应写成")]
    [InlineData("rule", "adjustments.1.plus", "3", "要有且只有一种")]
    [InlineData("rule", "adjustments.1.when.0.field", "salary", "没有的填写项“salary”")]
    [Trait("Spec", "DEC-10")]
    [Trait("Spec", "DEC-11")]
    public void Revision_ThatWouldBreakDeclaring_IsRefusedInWords(string text, string member, string value, string said)
    {
        var (definition, rule) = Delivered(DeclarationKind.PublishedPaper);
        var texts = new Dictionary<string, JsonNode> { ["definition"] = JsonNode.Parse(StandardText.Write(definition))!, ["rule"] = JsonNode.Parse(StandardText.Write(rule))! };
        Set(texts[text], member.Split('.'), value);

        var (draft, refusals) = StandardDraft.Read(new(DeclarationKind.PublishedPaper, Year + 1, texts["definition"].ToJsonString(), texts["rule"].ToJsonString()), 2, Year);

        Assert.Null(draft);
        Assert.Contains(refusals, refusal => refusal.Code == RefusalCode.InvalidStandard && refusal.Message.Contains(said, StringComparison.Ordinal) && refusal.Path == text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [Trait("Spec", "DEC-10")]
    public void Revision_ThatIsNoDefinition_IsRefused(string text) => Assert.Contains(
        StandardDraft.Read(new(DeclarationKind.Other, Year + 1, text, text), 2, Year).Refusals, refusal => refusal.Code == RefusalCode.InvalidStandard);

    [Theory]
    [InlineData(2026)]
    [InlineData(1998)]
    [InlineData(2037)]
    [Trait("Spec", "DEC-11")]
    public void Revision_ForAYearThatHasBegunOrIsFarOff_IsRefused(int validFromYear)
    {
        var (definition, rule) = Delivered(DeclarationKind.Other);

        var refusal = Assert.Single(StandardDraft.Read(new(DeclarationKind.Other, validFromYear, StandardText.Write(definition), StandardText.Write(rule)), 2, Year).Refusals);

        Assert.Equal((RefusalCode.StandardInForce, "validFromYear"), (refusal.Code, refusal.Path));
    }

    [Fact]
    [Trait("Spec", "DEC-10")]
    public void Type_RetiredByANewVersion_IsOfferedNoMoreFromThatYearOn()
    {
        var first = SampleAnswers.Definition(DeclarationKind.LanguageExam);
        var catalogue = new DeclarationCatalogue([first, first with { Version = 2, ValidFromYear = 2027, ValidToYear = 2026 }]);

        Assert.Equal(1, catalogue.Current(DeclarationKind.LanguageExam, 2026)?.Version);
        Assert.Null(catalogue.Current(DeclarationKind.LanguageExam, 2027));
        Assert.Equal(2, catalogue.Latest(DeclarationKind.LanguageExam, 2027)?.Version);
    }

    [Theory]
    [InlineData("2027-01-05", "2,1")]
    [InlineData("2027-04-01", "")]
    [Trait("Spec", "DEC-05")]
    public void Type_RetiredThisYear_CanStillBeDeclaredForLastYearUntilItCloses(string today, string versions)
    {
        var exam = SampleAnswers.Definition(DeclarationKind.LanguageExam);
        var paper = SampleAnswers.Definition(DeclarationKind.PublishedPaper);
        var standards = new DeclarationStandards(
            new([exam, exam with { Version = 2, ValidFromYear = 2027, ValidToYear = 2026 }, paper, paper with { Version = 2, ValidFromYear = 2027 }]), CreditRules.Delivered, []);

        var offered = standards.Offered(DateOnly.Parse(today));

        Assert.Equal(versions.Length > 0 ? versions : "2", string.Join(',', offered.Select(type => type.Version)));
    }

    [Theory]
    [InlineData(SubjectCategory.Public, true)]
    [InlineData(SubjectCategory.Professional, false)]
    [Trait("Spec", "DEC-07")]
    [Trait("Spec", "DEC-02")]
    public void Form_OfATypeForOneCategory_IsRefusedForTheOther(SubjectCategory category, bool refused)
    {
        var definition = SampleAnswers.Definition(DeclarationKind.PublishedPaper) with { Categories = [SubjectCategory.Professional] };
        var standards = DeclarationStandards.Delivered with { Catalogue = new([definition]) };
        var input = new DeclarationInput { Kind = definition.Kind, Category = category, CreditYear = SampleAnswers.CreditYear, Details = SampleAnswers.For(definition.Kind) };

        var (_, refusals) = DeclarationForm.Read(input, standards, 60, SampleAnswers.Today);
        var (_, open) = DeclarationForm.Read(input, DeclarationStandards.Delivered, 60, SampleAnswers.Today);

        Assert.Equal(refused ? [RefusalCode.CategoryNotAllowed] : [], refusals.Select(refusal => refusal.Code));
        Assert.Empty(open);
    }

    [Fact]
    [Trait("Spec", "DEC-08")]
    public void DuplicateKey_OfLongAnswers_FitsTheIndexAndStillTellsApart()
    {
        var award = SampleAnswers.Definition(DeclarationKind.Award);
        var one = SampleAnswers.For(DeclarationKind.Award, $"title={new string('奖', 199)}一;grantor={new string('省', 90)}");
        var other = SampleAnswers.For(DeclarationKind.Award, $"title={new string('奖', 199)}二;grantor={new string('省', 90)}");

        Assert.Equal(DeclarationTypeDefinition.MostKey, award.DuplicateKeyOf(one, 2025).Length);
        Assert.Equal(award.DuplicateKeyOf(one, 2025), award.DuplicateKeyOf(one, 2025));
        Assert.NotEqual(award.DuplicateKeyOf(one, 2025), award.DuplicateKeyOf(other, 2025));
    }

    private static (DeclarationTypeDefinition Definition, CreditRule Rule) Delivered(DeclarationKind kind) =>
        (SampleAnswers.Definition(kind), CreditRules.Delivered.Find(kind, SampleAnswers.CreditYear)!);

    private static void Set(JsonNode into, string[] members, string value)
    {
        foreach (var member in members[..^1])
        {
            into = into is JsonArray list ? list[int.Parse(member)]! : into[member]!;
        }

        var isJson = value is [>= '0' and <= '9' or '-' or '[', ..] && !value.Contains('/');
        into.AsObject()[members[^1]] = isJson ? JsonNode.Parse(value) : value;
    }
}
