using AmazonIn.Infrastructure.Persistence;

namespace AmazonIn.Infrastructure.Audit;

/// <summary>The main database by connections whose commits wait for the disk.</summary>
internal sealed record AuditStorage(Storage<PortalDbContext> Durable);
