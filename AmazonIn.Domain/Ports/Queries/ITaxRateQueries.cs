namespace AmazonIn.Domain.Ports.Queries;

public interface ITaxRateQueries
{
    /// <summary>All rates, by component and rate.</summary>
    Task<IReadOnlyList<TaxRateRow>> ListAsync(CancellationToken cancellationToken);
}
