using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A figure that was sent, with Amazon's answer.</summary>
public sealed record PushAnswerRow(
    long Id, DateTimeOffset At, int Quantity, PushRoute Route, PushState State, string? Answer, string? RequestId);
