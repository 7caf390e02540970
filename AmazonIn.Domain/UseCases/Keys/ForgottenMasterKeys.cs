namespace AmazonIn.Domain.UseCases.Keys;

/// <param name="Ids">The ids of the master keys that were taken away.</param>
public sealed record ForgottenMasterKeys(IReadOnlyList<string> Ids);
