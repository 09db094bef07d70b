using Microsoft.EntityFrameworkCore;

namespace HnCe.Graph.Tests.Server.Sample;

/// <summary>State of a paper.</summary>
public enum PaperStatus
{
    /// <summary>Not yet sent. 草稿.</summary>
    Draft,

    /// <summary>Sent to the bureau. 已上报.</summary>
    SentToBureau,
}

public sealed class Paper
{
    public long Id { get; set; }

    public string Title { get; set; } = "";

    public string Secret { get; set; } = "";

    public decimal Hours { get; set; }

    public DateOnly Day { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public PaperStatus Status { get; set; }

    public long AuthorId { get; set; }

    public Author Author { get; set; } = null!;

    public long? ReviewerId { get; set; }

    public Author? Reviewer { get; set; }
}

public sealed class Author
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    public string Phone { get; set; } = "";

    public long HomeId { get; set; }

    public Home Home { get; set; } = null!;

    public List<Paper> Papers { get; } = [];
}

/// <summary>A row of one of several kinds, told apart by its C# type and a discriminator column.</summary>
public abstract class Home
{
    public long Id { get; set; }

    public string Name { get; set; } = "";
}

public sealed class School : Home
{
    public int Pupils { get; set; }
}

public sealed class Hospital : Home
{
    public int Beds { get; set; }
}

public sealed class SampleDb(DbContextOptions<SampleDb> options) : DbContext(options)
{
    public DbSet<Paper> Papers => Set<Paper>();

    public DbSet<Author> Authors => Set<Author>();

    public DbSet<Home> Homes => Set<Home>();

    public DbSet<School> Schools => Set<School>();

    public DbSet<Hospital> Hospitals => Set<Hospital>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Paper>().HasOne(paper => paper.Author).WithMany(author => author.Papers).HasForeignKey(paper => paper.AuthorId);
        modelBuilder.Entity<Paper>().HasOne(paper => paper.Reviewer).WithMany().HasForeignKey(paper => paper.ReviewerId);
    }
}

/// <summary>Rows in memory, the same for every test.</summary>
public static class SampleRows
{
    public static readonly Home School = new School { Id = 1, Name = "学校", Pupils = 900 };
    public static readonly Home Hospital = new Hospital { Id = 2, Name = "医院", Beds = 300 };
    public static readonly Author Zhang = new() { Id = 1, Name = "张三", Phone = "13800000000", HomeId = 1, Home = School };
    public static readonly Author Li = new() { Id = 2, Name = "李四", Phone = "13900000000", HomeId = 2, Home = Hospital };

    public static readonly IReadOnlyList<Paper> Papers =
    [
        .. Enumerable.Range(1, 250).Select(number => new Paper
        {
            Id = number,
            Title = $"论文{number}",
            Secret = "密",
            Hours = 1.5m,
            Day = new DateOnly(2024, 5, 1),
            CreatedAt = new DateTimeOffset(2024, 5, 1, 8, 0, 0, TimeSpan.FromHours(8)),
            Status = number % 2 == 0 ? PaperStatus.SentToBureau : PaperStatus.Draft,
            AuthorId = number % 2 == 0 ? 2 : 1,
            Author = number % 2 == 0 ? Li : Zhang,
            Reviewer = number % 3 == 0 ? Zhang : null,
            ReviewerId = number % 3 == 0 ? 1 : null,
        }),
    ];
}
