namespace AmazonIn.Domain.Ports.Queries;

public interface IDashboardQueries
{
    Task<DashboardFigures> GetAsync(string currency, TimeZoneInfo zone, DateTimeOffset now, CancellationToken cancellationToken);
}
