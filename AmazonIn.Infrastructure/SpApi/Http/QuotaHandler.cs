using System.Globalization;
using System.Net;
using AmazonIn.Infrastructure.SpApi.Quotas;

namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>
/// Waits for Amazon's token bucket instead of running into it, and learns the rates that Amazon tells.
/// </summary>
internal sealed class QuotaHandler(IQuotaStore store, CurrentRates rates, Pauses pauses, TimeProvider time)
    : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        var call = SpApiCall.Of(request);
        if (call.Plan is not { } standard)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var plan = rates.Of(call.Seller, standard);
        while (plan.RatePerSecond < CurrentRates.UnlimitedPerSecond)
        {
            var wait = await store.TakeAsync(call.Seller, plan, time.GetUtcNow(), cancellationToken);
            if (wait <= TimeSpan.Zero)
            {
                break;
            }

            await pauses.SleepAsync(wait, $"Amazon's quota for {call.Subject} refills", call.Waits, cancellationToken);
            plan = rates.Of(call.Seller, standard);
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("x-amzn-RateLimit-Limit", out var limits)
            && double.TryParse(limits.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var rate))
        {
            rates.Learn(call.Seller, standard, rate);
        }

        if (response.StatusCode == HttpStatusCode.TooManyRequests && plan.RatePerSecond < CurrentRates.UnlimitedPerSecond)
        {
            await store.EmptyAsync(call.Seller, plan, time.GetUtcNow(), cancellationToken);
        }

        return response;
    }
}
