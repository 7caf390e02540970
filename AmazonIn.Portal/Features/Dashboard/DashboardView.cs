using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Portal.Features.Dashboard;

/// <summary>Everything on the dashboard.</summary>
/// <param name="Figures">Null before the organisation exists.</param>
/// <param name="Security">What of the portal's security waits for the person.</param>
/// <param name="FailingWebhooks">Those whose owner is to be told; none for a person who may not look after them.</param>
public sealed record DashboardView(
    Organisation? Organisation,
    DashboardFigures? Figures,
    IReadOnlyList<ChannelSummary> Channels,
    IReadOnlyList<Need> Security,
    IReadOnlyList<WebhookRow> FailingWebhooks);
