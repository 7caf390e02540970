using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.SalesOrders;

/// <summary>Puts a person's remark on an order.</summary>
public sealed class AddComment(IOrderStore orders, IAuditTrail audit, TimeProvider time)
{
    // A remark contradicts nothing that was saved meanwhile, so it is simply put on what is there now.
    private const int Attempts = 3;

    public async Task<Result> RunAsync(Actor actor, long orderId, string text, CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageOrders, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return OrderErrors.CommentEmpty;
        }

        if (trimmed.Length > OrderComment.TextMaxLength)
        {
            return OrderErrors.CommentTooLong;
        }

        // Comments outlive the buyer's details by years, and are exported.
        if (AuditText.LooksPersonal(trimmed))
        {
            return OrderErrors.CommentPersonal;
        }

        if (await orders.FindAsync(orderId, cancellationToken) is not { } file)
        {
            return NoOrder;
        }

        return await audit.ActAsync(
            AuditedOrder.Entry(actor, AuditAction.CommentOrder, file.Order),
            () => SaveAsync(actor, file, trimmed, cancellationToken),
            cancellationToken);
    }

    private static Error NoOrder => Error.NotFound("The sales order");

    private async Task<Result> SaveAsync(Actor actor, OrderFile file, string text, CancellationToken cancellationToken)
    {
        OrderFile? current = file;
        for (var attempt = 1; current is not null; attempt++)
        {
            current.Order.Comment(text, actor.Name, time.GetUtcNow());
            try
            {
                await orders.SaveAsync(current.Order, current.Packages, cancellationToken);
                return Result.Success;
            }
            catch (ConcurrentChangeException) when (attempt < Attempts)
            {
                current = await orders.FindAsync(file.Order.Id, cancellationToken);
            }
            catch (ConcurrentChangeException)
            {
                return OrderErrors.Changed;
            }
        }

        return NoOrder;
    }
}
