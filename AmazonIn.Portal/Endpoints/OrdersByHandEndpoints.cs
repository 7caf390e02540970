using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Tax;
using AmazonIn.Domain.UseCases.SalesOrders;
using AmazonIn.Portal.Endpoints.Wire;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Endpoints;

/// <summary>What a program writes to sales orders as a person would by hand.</summary>
internal static class OrdersByHandEndpoints
{
    private const string Writing = "orders:write";

    public static void MapOrdersByHand(this IEndpointRouteBuilder api)
    {
        var orders = api.MapGroup("/sales-orders").WithTags("Sales");
        orders.MapPost("", CreateAsync)
            .Needs(Permission.ManageOrders, Writing)
            .WithSummary("Make a sales order by hand; it reserves its units")
            .Accepts<SalesOrderBody>("application/json")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        orders.MapPost("/{id:long}/comments", CommentAsync)
            .Needs(Permission.ManageOrders, Writing)
            .WithSummary("Put a remark on a sales order; never personal data of a buyer")
            .Accepts<CommentBody>("application/json")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Created<SalesOrderJson>, ProblemHttpResult>> CreateAsync(
        HttpContext context,
        ICurrentActor actors,
        CreateOrder create,
        ISalesOrderQueries orders,
        IItemQueries items,
        IOrganisationStore organisations,
        CancellationToken cancellationToken)
    {
        var read = await RequestBody.ReadAsync<SalesOrderBody>(context);
        if (!read.Succeeded)
        {
            return read.Error.ToProblem();
        }

        var currency = (await organisations.FindAsync(cancellationToken))?.BaseCurrency;
        var lines = new List<LineEdit>();
        foreach (var line in read.Value.Lines ?? [])
        {
            var edit = await LineAsync(line, currency, items, cancellationToken);
            if (!edit.Succeeded)
            {
                return edit.Error.ToProblem();
            }

            lines.Add(edit.Value);
        }

        var request = new NewOrderRequest(read.Value.CustomerId, read.Value.WarehouseId, PlaceOf(read.Value.PlaceOfSupply), lines);
        var made = await create.RunAsync(await actors.GetAsync(), request, cancellationToken);
        if (!made.Succeeded)
        {
            return made.Error.ToProblem();
        }

        var order = await orders.FindAsync(made.Value, cancellationToken);
        return order is null
            ? Error.NotFound("The sales order").ToProblem()
            : TypedResults.Created($"{ApiGroup.Prefix}/sales-orders/{made.Value}", SalesOrderJson.Of(order));
    }

    private static async Task<Results<Ok<SalesOrderJson>, ProblemHttpResult>> CommentAsync(
        long id,
        HttpContext context,
        ICurrentActor actors,
        AddComment add,
        ISalesOrderQueries orders,
        CancellationToken cancellationToken)
    {
        var read = await RequestBody.ReadAsync<CommentBody>(context);
        if (!read.Succeeded)
        {
            return read.Error.ToProblem();
        }

        if (read.Value.Text is not { } text)
        {
            return RequestBody.Missing("text").ToProblem();
        }

        var added = await add.RunAsync(await actors.GetAsync(), id, text, cancellationToken);
        if (!added.Succeeded)
        {
            return added.Error.ToProblem();
        }

        return await orders.FindAsync(id, cancellationToken) is { } order
            ? TypedResults.Ok(SalesOrderJson.Of(order))
            : Error.NotFound("The sales order").ToProblem();
    }

    // A GST state code, or the word for a supply out of the country; anything else is refused as not known.
    private static PlaceOfSupply PlaceOf(string? code) =>
        code == "abroad" ? new PlaceOfSupply(null, Abroad: true) : new PlaceOfSupply(GstState.Find(code), Abroad: false);

    private static async Task<Result<LineEdit>> LineAsync(
        SalesOrderLineBody line, string? currency, IItemQueries items, CancellationToken cancellationToken)
    {
        if (line.Sku is not { } sku)
        {
            return RequestBody.Missing("lines.sku");
        }

        if (line.Quantity is not { } quantity)
        {
            return RequestBody.Missing("lines.quantity");
        }

        decimal?[] amounts = new decimal?[4];
        MoneyJson?[] sent = [line.UnitPrice, line.Shipping, line.GiftWrap, line.Discount];
        for (var index = 0; index < sent.Length; index++)
        {
            if (sent[index] is not { } money)
            {
                continue;
            }

            if (money.Currency != currency
                || !decimal.TryParse(money.Amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            {
                return RequestBody.Refusal(
                    $"An amount of {sku} must be money such as {{\"amount\": \"499.00\", \"currency\": \"{currency}\"}}.");
            }

            amounts[index] = amount;
        }

        var found = await items.ListAsync(
            new ItemFilter(Sku: sku), new SortBy<ItemSort>(ItemSort.Sku), new PageRequest(1), cancellationToken);
        return found.Items.Count == 0
            ? OrderErrors.ItemUnknown($"“{sku}”")
            : new LineEdit
            {
                ItemId = found.Items[0].Id,
                Quantity = quantity,
                UnitPrice = amounts[0],
                Shipping = amounts[1] ?? 0m,
                GiftWrap = amounts[2] ?? 0m,
                Discount = amounts[3] ?? 0m,
                Rate = line.TaxRate ?? 0m,
            };
    }
}
