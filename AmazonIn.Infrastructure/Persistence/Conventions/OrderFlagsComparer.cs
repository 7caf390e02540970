using AmazonIn.Domain.Orders;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace AmazonIn.Infrastructure.Persistence.Conventions;

/// <summary>Compares flags by value; the lists themselves are never changed in place.</summary>
internal sealed class OrderFlagsComparer() : ValueComparer<IReadOnlyList<OrderFlag>>(
    (left, right) => ReferenceEquals(left, right) || (left != null && right != null && left.SequenceEqual(right)),
    flags => flags.Aggregate(0, (hash, flag) => HashCode.Combine(hash, flag)),
    flags => flags);
