using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Domain.UseCases.SalesOrders;

/// <summary>Puts a person's remark on an order.</summary>
public sealed class AddComment(IOrderStore orders, TimeProvider time)
{
    // A remark contradicts nothing that was saved meanwhile, so it is simply put on what is there now.
    private const int Attempts = 3;

    public async Task<Result> RunAsync(Actor actor, long orderId, string text, CancellationToken cancellationToken)
    {
        if (actor.Require(Permission.ManageOrders).Error is { } forbidden)
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

        for (var attempt = 1; ; attempt++)
        {
            if (await orders.FindAsync(orderId, cancellationToken) is not { } file)
            {
                return Error.NotFound("The sales order");
            }

            file.Order.Comment(trimmed, actor.Name, time.GetUtcNow());
            try
            {
                await orders.SaveAsync(file.Order, file.Packages, cancellationToken);
                return Result.Success;
            }
            catch (ConcurrentChangeException) when (attempt < Attempts)
            {
            }
            catch (ConcurrentChangeException)
            {
                return OrderErrors.Changed;
            }
        }
    }
}
