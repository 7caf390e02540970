namespace AmazonIn.Portal.Endpoints.Health;

/// <param name="Status"><c>ok</c>, <c>degraded</c> (works, but somebody should look) or <c>unavailable</c>.</param>
/// <param name="Failing">Names of the parts that are not well.</param>
internal sealed record HealthJson(string Status, IReadOnlyList<string> Failing);
