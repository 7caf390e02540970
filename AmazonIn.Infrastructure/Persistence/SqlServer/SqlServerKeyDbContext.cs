using AmazonIn.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.SqlServer;

internal sealed class SqlServerKeyDbContext(DbContextOptions<SqlServerKeyDbContext> options) : KeyDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        SqlServerModel.Apply(modelBuilder);
    }
}
