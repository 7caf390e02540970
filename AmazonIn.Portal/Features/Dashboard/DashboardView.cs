using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Portal.Features.Dashboard;

/// <summary>Everything on the dashboard.</summary>
/// <param name="Figures">Null before the organisation exists.</param>
public sealed record DashboardView(
    Organisation? Organisation,
    DashboardFigures? Figures,
    IReadOnlyList<ChannelSummary> Channels);
