namespace AmazonIn.Infrastructure.Sandbox.Feeds;

/// <summary>One entry of a processing report's issues.</summary>
internal sealed record FeedIssue(
    int? MessageId,
    string? Sku,
    string Code,
    string Severity,
    string Message,
    string? AttributeName);
