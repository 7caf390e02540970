using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AmazonIn.Infrastructure.Persistence.SqlServer;

/// <summary>For <c>dotnet ef</c>, which only reads the model: nothing is opened.</summary>
internal sealed class SqlServerPortalContextFactory : IDesignTimeDbContextFactory<SqlServerPortalDbContext>
{
    public SqlServerPortalDbContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqlServerPortalDbContext>()
            .UseSqlServer("Server=localhost;Database=AmazonIn")
            .UseApplicationServiceProvider(DesignTimeServices.Instance)
            .Options);
}
