using System.Xml.Linq;
using AmazonIn.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>Which master keys something is encrypted under.</summary>
internal static class MasterKeyUses
{
    /// <summary>The ids of all that are needed to read what is stored.</summary>
    public static async Task<IReadOnlySet<string>> ListAsync(
        IDbContextFactory<KeyDbContext> keys, IDbContextFactory<PortalDbContext> portal, CancellationToken cancellationToken)
    {
        await using var keyContext = await keys.CreateDbContextAsync(cancellationToken);
        await using var portalContext = await portal.CreateDbContextAsync(cancellationToken);
        var ids = await keyContext.DataKeys.Select(key => key.MasterKeyId).Distinct().ToListAsync(cancellationToken);
        ids.AddRange(await keyContext.MasterKeys.Where(key => key.SupersededAt == null)
            .Select(key => key.Id).ToListAsync(cancellationToken));
        var portalKeys = await portalContext.DataProtectionKeys.Select(key => key.Xml).ToListAsync(cancellationToken);
        ids.AddRange(portalKeys.OfType<string>()
            .Select(xml => MasterKeyXml.Find(XElement.Parse(xml)))
            .OfType<XElement>()
            .Select(MasterKeyXml.MasterKeyId));
        return ids.ToHashSet(StringComparer.Ordinal);
    }
}
