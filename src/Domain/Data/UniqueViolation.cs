using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HnCe.Domain.Data;

/// <summary>Tells a broken unique index, or a lost serialization race, from other database errors, on each provider.</summary>
public static class UniqueViolation
{
    /// <summary>Whether an exception means that somebody else was first.</summary>
    public static bool Is(Exception exception) => exception switch
    {
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
        SqlException sqlServer => sqlServer.Number is 2601 or 2627 or 1205,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 2067 or 1555,
        { InnerException: { } inner } => Is(inner),
        _ => false,
    };
}
