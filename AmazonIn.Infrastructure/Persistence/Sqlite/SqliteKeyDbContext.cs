using AmazonIn.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Sqlite;

internal sealed class SqliteKeyDbContext(DbContextOptions<SqliteKeyDbContext> options) : KeyDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        SqliteModel.Apply(modelBuilder);
    }
}
