using AmazonIn.Domain.Common;
using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Domain.UseCases.Webhooks;

/// <summary>An endpoint as a person enters it.</summary>
public sealed record WebhookRequest(string Recipient, string Purpose, string Url, IReadOnlyCollection<string> Events)
{
    /// <summary>What is wrong with it, or what it comes to.</summary>
    internal Result<WebhookTerms> Check(WebhookTargets targets)
    {
        if (Recipient.Trim().Length is 0 or > WebhookEndpoint.RecipientMaxLength)
        {
            return WebhookErrors.RecipientMissing;
        }

        if (Purpose.Trim().Length is 0 or > WebhookEndpoint.PurposeMaxLength)
        {
            return WebhookErrors.PurposeMissing;
        }

        if (Events.Count == 0 || Events.Except(WebhookEventType.All, StringComparer.Ordinal).Any())
        {
            return WebhookErrors.EventsMissing;
        }

        var url = targets.Read(Url.Trim());
        return url.Succeeded ? new WebhookTerms(Recipient.Trim(), Purpose.Trim(), url.Value, [.. Events]) : url.Error;
    }
}
