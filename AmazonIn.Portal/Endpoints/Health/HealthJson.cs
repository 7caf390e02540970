namespace AmazonIn.Portal.Endpoints.Health;

/// <param name="Status"><c>ok</c> or <c>unavailable</c>.</param>
/// <param name="Failing">Names of the parts that fail.</param>
internal sealed record HealthJson(string Status, IReadOnlyList<string> Failing);
