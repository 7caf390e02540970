using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AmazonIn.Infrastructure.Persistence.Sqlite;

/// <summary>For <c>dotnet ef</c>, which only reads the model: nothing is opened.</summary>
internal sealed class SqliteKeyContextFactory : IDesignTimeDbContextFactory<SqliteKeyDbContext>
{
    public SqliteKeyDbContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqliteKeyDbContext>()
            .UseSqlite("Data Source=design-time.db")
            .UseApplicationServiceProvider(DesignTimeServices.Instance)
            .Options);
}
