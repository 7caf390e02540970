namespace AmazonIn.Domain.Webhooks;

/// <summary>Another program that hears of events by HTTP. Its secrets are kept beside it, encrypted.</summary>
public sealed class WebhookEndpoint
{
    public const int RecipientMaxLength = 100;
    public const int PurposeMaxLength = 300;
    public const int UrlMaxLength = 500;
    public const int EventsMaxLength = 400;
    public const int ReferenceLength = 32;

    /// <summary>How long an endpoint may fail before its owner is told.</summary>
    public static readonly TimeSpan LongFailure = TimeSpan.FromHours(1);

    private WebhookEndpoint()
    {
    }

    public WebhookEndpoint(WebhookTerms terms, string createdBy, DateTimeOffset at)
    {
        Reference = Guid.NewGuid().ToString("N");
        CreatedBy = createdBy;
        CreatedAt = at;
        Change(terms);
    }

    public long Id { get; private set; }

    /// <summary>Never changes and is nowhere else; its secrets are encrypted for it alone.</summary>
    public string Reference { get; private set; } = string.Empty;

    public string Recipient { get; private set; } = string.Empty;

    public string Purpose { get; private set; } = string.Empty;

    public string Url { get; private set; } = string.Empty;

    /// <summary>The chosen event types, separated by blanks.</summary>
    public string Events { get; private set; } = string.Empty;

    public WebhookState State { get; private set; }

    /// <summary>When it was disabled; null while it is enabled.</summary>
    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>Of failures with no success since: the first; null where all is well.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    public string CreatedBy { get; private set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Counts saves; a save that builds on an older one is refused.</summary>
    public int Version { get; private set; }

    public bool IsEnabled => State == WebhookState.Enabled;

    public bool Wants(string type) => Events.Split(' ').Contains(type, StringComparer.Ordinal);

    public void Change(WebhookTerms terms)
    {
        Recipient = terms.Recipient;
        Purpose = terms.Purpose;
        Url = terms.Url.AbsoluteUri;
        Events = string.Join(' ', WebhookEventType.All.Where(type => terms.Events.Contains(type, StringComparer.Ordinal)));
    }

    public void Enable() => (State, DisabledAt, FailingSince) = (WebhookState.Enabled, null, null);

    public void Disable(DateTimeOffset at) => Stop(WebhookState.Disabled, at);

    /// <summary>Keeps the endpoint's health; a receiver that is gone ends it.</summary>
    public void Take(WebhookAnswer answer, DateTimeOffset at)
    {
        if (answer.Outcome == WebhookOutcome.Accepted)
        {
            FailingSince = null;
            return;
        }

        FailingSince ??= at;
        if (answer.Outcome == WebhookOutcome.Gone && IsEnabled)
        {
            Stop(WebhookState.Gone, at);
        }
    }

    private void Stop(WebhookState state, DateTimeOffset at) => (State, DisabledAt) = (state, at);
}
