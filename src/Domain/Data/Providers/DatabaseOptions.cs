using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HnCe.Domain.Data.Providers;

/// <summary>The databases that HnCe runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>A file beside the program; one instance only.</summary>
    Sqlite,

    /// <summary>PostgreSQL; any number of instances.</summary>
    PostgreSql,

    /// <summary>Microsoft SQL Server; any number of instances.</summary>
    SqlServer,
}

/// <summary>Which database, and where; the section <c>Database</c> of the settings.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Which database.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Connection string of that provider.</summary>
    public string ConnectionString { get; set; } = "Data Source=App_Data/hnce.db";

    /// <summary>Further interceptors for readers and writers, for example a counter of statements in tests.</summary>
    public IList<IInterceptor> Interceptors { get; } = [];
}
