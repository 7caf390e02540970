using AmazonIn.Domain.Ports.Stores;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace AmazonIn.Infrastructure.Persistence;

/// <summary>Reads the databases' own errors as what they mean to us.</summary>
internal static class StorageFaults
{
    private const string Unreachable =
        "AmazonIn's database server does not answer. Check that it runs and that ConnectionStrings:AmazonIn is right; "
        + "the portal goes on by itself once it is back.";

    private const string DiskFull =
        "The disk that holds AmazonIn's database is full. What is stored is safe, but nothing more can be saved: free "
        + "some space, and the portal goes on by itself.";

    private const string Busy =
        "AmazonIn's database is in use by another program and stayed locked for too long. Nothing is lost; try again.";

    /// <summary>The error in our own words, or null where it is none of the storage's.</summary>
    public static Exception? Translate(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            var translated = cause switch
            {
                DbUpdateConcurrencyException => new ConcurrentChangeException(exception),
                SqliteException sqlite => Sentence(sqlite) is { } sentence
                    ? new StorageUnavailableException(sentence, exception)
                    : null,
                SqlException server => Sentence(server) is { } sentence
                    ? new StorageUnavailableException(sentence, exception)
                    : null,
                _ => (Exception?)null,
            };
            if (translated is not null)
            {
                return translated;
            }
        }

        return null;
    }

    /// <summary>Whether a row with the same natural key is there already.</summary>
    public static bool IsDuplicate(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException!)
        {
            if (cause is SqliteException
                {
                    SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY
                }
                or SqlException { Number: 2601 or 2627 })
            {
                return true;
            }
        }

        return false;
    }

    private static string? Sentence(SqliteException exception) => exception.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => DiskFull,
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Busy,
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM =>
            "AmazonIn's database file cannot be opened for writing. Check that Data:Directory exists and that the "
            + "portal's account may write there.",
        raw.SQLITE_IOERR =>
            "The disk that holds AmazonIn's database reports an error. Check the disk and its free space.",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
            "AmazonIn's database file is damaged or is no database. Stop the portal and restore the latest backup.",
        _ => null,
    };

    private static string? Sentence(SqlException exception) => exception.Number switch
    {
        1101 or 1105 or 9002 => DiskFull,
        1205 or 1222 => Busy,
        -2 => "AmazonIn's database server took too long to answer. Nothing is lost; try again.",
        4060 => "AmazonIn's database does not exist on the server, or this account may not open it. Check "
            + "ConnectionStrings:AmazonIn.",
        18456 => "AmazonIn's database server refuses the sign-in. Check user and password in ConnectionStrings:AmazonIn.",
        _ => exception.Class >= 17 ? Unreachable : null,
    };
}
