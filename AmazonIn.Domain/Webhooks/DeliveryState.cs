namespace AmazonIn.Domain.Webhooks;

/// <summary>How far an event has come with one endpoint.</summary>
public enum DeliveryState
{
    /// <summary>To be sent, or sent again.</summary>
    Waiting,
    Delivered,

    /// <summary>Given up; a person can send it again.</summary>
    Failed,
}
