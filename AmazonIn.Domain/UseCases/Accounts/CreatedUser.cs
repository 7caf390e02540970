namespace AmazonIn.Domain.UseCases.Accounts;

/// <param name="AwaitsApproval">Whether the person signs in only once another administrator has approved them.</param>
public sealed record CreatedUser(long Id, bool AwaitsApproval);
