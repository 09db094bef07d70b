using HnCe.Domain.Declarations;
using HnCe.Domain.ReferenceData;
using Xunit;

namespace HnCe.Domain.Tests.Declarations;

public sealed class DeclarationCatalogueTests
{
    private static readonly DeclarationCatalogue Catalogue = DeclarationCatalogue.Delivered;

    public static TheoryData<DeclarationKind> Kinds => new(Enum.GetValues<DeclarationKind>());

    [Fact]
    [Trait("Spec", "DEC-01")]
    public void Catalogue_AnyYear_OffersTheFifteenTypesInTheManualsOrder()
    {
        var names = Catalogue.All(2025).Select(definition => definition.Name);

        Assert.Equal(
            "学历学位教育、课程进修、学术交流、课题研究、发行出版/译作、发表论文、专利、荣誉称号/奖项、专题调研、计算机应用能力考试、"
            + "专业技术职务外语考试、获取专业技术资格（执行资质）、服务基层、支援边疆、其他",
            string.Join('、', names));
        Assert.Equal(Enumerable.Range(1, 15), Catalogue.All(2025).Select(definition => definition.Order));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Spec", "DEC-10")]
    public void Definition_EveryReferenceToAField_IsToAFieldItHas(DeclarationKind kind)
    {
        var definition = Catalogue.Current(kind, 2025)!;
        var named = definition.DuplicateKey.Append(definition.Title).Append(definition.EventDate)
            .Concat(definition.Fields.Select(field => field.NotBefore).OfType<string>())
            .Concat(definition.Fields.Select(field => field.RequiredWhen?.Field).OfType<string>());

        Assert.All(named, name => Assert.NotNull(definition.Field(name)));
        Assert.Equal(FieldKind.Date, definition.Field(definition.EventDate)!.Kind);
        Assert.Equal(definition.Fields.Count, definition.Fields.Select(field => field.Name).Distinct().Count());
        Assert.NotEmpty(definition.Proofs);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Spec", "DEC-10")]
    public void Definition_EveryField_HasWhatItsKindNeeds(DeclarationKind kind)
    {
        Assert.All(Catalogue.Current(kind, 2025)!.Fields, field =>
        {
            Assert.Matches("^[a-z][A-Za-z]*$", field.Name);
            Assert.Equal(field.Kind is FieldKind.Choice, field.Choices is not null);
            Assert.Equal(field.Kind is FieldKind.CodeList, field.CodeList is not null);
            Assert.Equal(field.Kind is FieldKind.Number, field.Min is not null && field.Max is not null);
            if (field.CodeList is { } list)
            {
                SeedFile.Open("ReferenceData", $"{list}.csv").Dispose();
            }
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Spec", "DEC-08")]
    public void Definition_DuplicateKey_NeedsOnlyRequiredFieldsAndFitsAnIndex(DeclarationKind kind)
    {
        var definition = Catalogue.Current(kind, 2025)!;
        var fields = definition.DuplicateKey.Select(name => definition.Field(name)!).ToList();

        Assert.All(fields, field => Assert.True(field.Required));
        Assert.True(fields.Sum(field => field.MaxLength) <= 400);
    }

    [Fact]
    [Trait("Spec", "DEC-10")]
    public void Catalogue_NewVersion_LeavesOldDeclarationsTheirs()
    {
        var first = Catalogue.Find(DeclarationKind.LanguageExam, 1)!;
        var second = first with { Version = 2, ValidFromYear = 2024, ValidToYear = 2025 };
        var catalogue = new DeclarationCatalogue([first with { ValidToYear = 2024 }, second]);

        Assert.Equal(1, catalogue.Current(DeclarationKind.LanguageExam, 2023)?.Version);
        Assert.Equal(2, catalogue.Current(DeclarationKind.LanguageExam, 2024)?.Version);
        Assert.Null(catalogue.Current(DeclarationKind.LanguageExam, 2026));
        Assert.Equal(1, catalogue.Find(DeclarationKind.LanguageExam, 1)?.Version);
        Assert.Empty(catalogue.All(2026));
    }

    [Fact]
    [Trait("Spec", "DEC-08")]
    public void DuplicateKey_OtherPunctuationWidthAndCase_IsTheSame()
    {
        var definition = SampleAnswers.Definition(DeclarationKind.PublishedPaper);
        var one = SampleAnswers.Check(DeclarationKind.PublishedPaper, "title=DNA 与《小麦》育种").Values;
        var other = SampleAnswers.Check(DeclarationKind.PublishedPaper, "title=ｄｎａ与小麦育种。;issn=12345679").Values;

        Assert.Equal("06|12345679|DNA与小麦育种", definition.DuplicateKeyOf(one, 2025));
        Assert.Equal(definition.DuplicateKeyOf(one, 2025), definition.DuplicateKeyOf(other, 2026));
    }

    [Fact]
    [Trait("Spec", "DEC-08")]
    public void DuplicateKey_OfWorkThatLastsForYears_DiffersByYear()
    {
        var definition = SampleAnswers.Definition(DeclarationKind.ResearchProject);
        var answers = SampleAnswers.For(DeclarationKind.ResearchProject);

        Assert.NotEqual(definition.DuplicateKeyOf(answers, 2024), definition.DuplicateKeyOf(answers, 2025));
    }

    [Theory]
    [InlineData(DeclarationKind.PublishedPaper, "小麦育种")]
    [InlineData(DeclarationKind.LanguageExam, "英语")]
    [Trait("Spec", "IND-18")]
    public void TitleOf_Answers_IsWhatAListShows(DeclarationKind kind, string title) =>
        Assert.Equal(title, SampleAnswers.Definition(kind).TitleOf(SampleAnswers.For(kind)));
}
