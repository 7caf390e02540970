namespace AmazonIn.Domain.UseCases.Keys;

/// <param name="KeyId">The id of the master key that is active now.</param>
/// <param name="Resumed">Whether the rotation had begun before.</param>
/// <param name="DataKeys">Orders' keys encrypted anew.</param>
/// <param name="PortalKeys">The portal's own keys encrypted anew.</param>
public sealed record RotatedMasterKey(string KeyId, bool Resumed, int DataKeys, int PortalKeys);
