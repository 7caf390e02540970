using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Endpoints.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Endpoints;

internal static class CustomersEndpoints
{
    public static void MapCustomers(this IEndpointRouteBuilder api) => api.MapGet("/customers", ListAsync)
        .WithTags("Sales")
        .Needs(Permission.ViewOrders, "orders:read")
        .TakesPage()
        .WithSummary("Customers, newest first, under their placeholder name");

    private static async Task<Results<Ok<ListJson<CustomerJson>>, ProblemHttpResult>> ListAsync(
        HttpContext context,
        ICustomerQueries customers,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var page = query.Page();
        if (query.Problem is { } problem)
        {
            return problem.ToProblem();
        }

        var rows = await customers.ListAsync(
            new CustomerFilter(), new SortBy<CustomerSort>(CustomerSort.Id), page, cancellationToken);
        return TypedResults.Ok(
            new ListJson<CustomerJson>([.. rows.Items.Select(CustomerJson.Of)], Cursor.Of(rows.NextAfterId)));
    }
}
