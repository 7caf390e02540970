using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AmazonIn.Infrastructure.Persistence.SqlServer;

/// <summary>For <c>dotnet ef</c>, which only reads the model: nothing is opened.</summary>
internal sealed class SqlServerKeyContextFactory : IDesignTimeDbContextFactory<SqlServerKeyDbContext>
{
    public SqlServerKeyDbContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqlServerKeyDbContext>()
            .UseSqlServer("Server=localhost;Database=AmazonIn")
            .UseApplicationServiceProvider(DesignTimeServices.Instance)
            .Options);
}
