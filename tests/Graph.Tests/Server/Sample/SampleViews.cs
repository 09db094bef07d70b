using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Access;
using HnCe.Graph.Server;

namespace HnCe.Graph.Tests.Server.Sample;

/// <summary>A paper. 论文.</summary>
[Name("Paper")]
public sealed class PaperView : INode
{
    /// <summary>Key.</summary>
    [Ignore]
    public long Key { get; init; }

    /// <summary>Key of the author.</summary>
    [Ignore]
    public long AuthorKey { get; init; }

    /// <summary>Title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Hours, in steps of 0.5.</summary>
    public decimal Hours { get; init; }

    /// <summary>Day.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Moment.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>State.</summary>
    public PaperStatus Status { get; init; }

    /// <summary>Whether it may be sent.</summary>
    public bool CanSend { get; init; }

    /// <summary>Told only to those who may see it.</summary>
    [Requires(Permission.RevealPersonalData)]
    public string? Secret { get; init; }

    /// <summary>Who wrote it.</summary>
    public AuthorView Author { get; init; } = null!;

    /// <summary>Who reviews it.</summary>
    public AuthorView? Reviewer { get; init; }

    /// <summary>Title and hours in one line.</summary>
    [Needs(nameof(Title), nameof(Hours))]
    public string Line => $"{Title} {Hours}";

    /// <summary>How the view comes from its row.</summary>
    public static readonly Expression<Func<Paper, PaperView>> Shape = paper => new()
    {
        Key = paper.Id,
        AuthorKey = paper.AuthorId,
        Title = paper.Title,
        Hours = paper.Hours,
        Day = paper.Day,
        CreatedAt = paper.CreatedAt,
        Status = paper.Status,
        CanSend = paper.Status == PaperStatus.Draft,
        Secret = paper.Secret,
        Author = AuthorView.Shape.Of(paper.Author),
        Reviewer = AuthorView.Shape.OfOptional(paper.Reviewer),
    };
}

/// <summary>An author. 作者.</summary>
[Name("Author")]
public sealed class AuthorView : INode
{
    /// <summary>Key.</summary>
    [Ignore]
    public long Key { get; init; }

    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Phone.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Where the author works.</summary>
    public IHomeView Home { get; init; } = null!;

    /// <summary>How the view comes from its row.</summary>
    public static readonly Expression<Func<Author, AuthorView>> Shape = author => new()
    {
        Key = author.Id,
        Name = author.Name,
        Phone = author.Phone,
        Home = IHomeView.Shape.Of(author.Home),
    };
}

/// <summary>Where authors work. 单位.</summary>
[Name("Home")]
public interface IHomeView : INode
{
    /// <summary>Name.</summary>
    string Name { get; }

    /// <summary>One view per kind of row.</summary>
    static readonly Expression<Func<Home, IHomeView>> Shape = home =>
        home is School ? SchoolView.Shape.Of((School)home) : (IHomeView)HospitalView.Shape.Of((Hospital)home);
}

/// <summary>A school. 学校.</summary>
[Name("School")]
public sealed class SchoolView : IHomeView
{
    /// <summary>Key.</summary>
    [Ignore]
    public long Key { get; init; }

    /// <inheritdoc/>
    public string Name { get; init; } = "";

    /// <summary>Pupils.</summary>
    public int Pupils { get; init; }

    /// <summary>How the view comes from its row.</summary>
    public static readonly Expression<Func<School, SchoolView>> Shape = home => new() { Key = home.Id, Name = home.Name, Pupils = home.Pupils };
}

/// <summary>A hospital. 医院.</summary>
[Name("Hospital")]
public sealed class HospitalView : IHomeView
{
    /// <summary>Key.</summary>
    [Ignore]
    public long Key { get; init; }

    /// <inheritdoc/>
    public string Name { get; init; } = "";

    /// <summary>Beds.</summary>
    public int Beds { get; init; }

    /// <summary>How the view comes from its row.</summary>
    public static readonly Expression<Func<Hospital, HospitalView>> Shape = home => new() { Key = home.Id, Name = home.Name, Beds = home.Beds };
}
