using AmazonIn.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.SqlServer;

internal sealed class SqlServerPortalDbContext(DbContextOptions<SqlServerPortalDbContext> options) : PortalDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        SqlServerModel.Apply(builder);
    }
}
