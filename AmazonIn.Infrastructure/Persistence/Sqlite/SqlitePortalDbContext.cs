using AmazonIn.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Sqlite;

internal sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options) : PortalDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        SqliteModel.Apply(builder);
    }
}
