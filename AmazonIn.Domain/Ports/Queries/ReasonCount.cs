namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A cause for which records of a run were not synced, with an example sentence and how many it holds back.</summary>
public sealed record ReasonCount(string ReasonCode, string Reason, int Count);
