using Coravel;

namespace AmazonIn.Portal.Scheduling;

/// <summary>
/// Every schedule of the portal. Ticks only look for work that rows say is due, so a missed or doubled tick does no
/// harm. Tasks of one worker wait for each other, hence a worker for each kind of work.
/// </summary>
internal static partial class Schedule
{
    public static IServiceCollection AddSchedule(this IServiceCollection services)
    {
        services.AddScheduler();
        services.AddSingleton<DispatcherPulse>();
        services.AddTransient<TickDispatcher>();
        services.AddTransient<RequestRunsThatAreDue>();
        services.AddTransient<PurgeOldHistory>();
        services.AddTransient<SweepContacts>();
        services.AddTransient<FinishDisconnects>();
        services.AddTransient<FollowOpenPickups>();
        services.AddTransient<CutOldAuditRecords>();
        services.AddTransient<AnchorHeadOfAuditTrail>();
        services.AddHostedService<AnchorAtStop>();
        services.AddHostedService<DispatcherLifetime>();
        services.AddHostedService<OutboxLoop>();
        return services;
    }

    public static void UseSchedule(this IHost host)
    {
        var log = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Schedule));
        host.Services.UseScheduler(scheduler =>
        {
            scheduler.OnWorker("dispatch");
            scheduler.Schedule<TickDispatcher>().EverySecond().PreventOverlapping(nameof(TickDispatcher));

            scheduler.OnWorker("due");
            scheduler.Schedule<RequestRunsThatAreDue>().EveryMinute().RunOnceAtStart().PreventOverlapping(nameof(RequestRunsThatAreDue));

            // The first sweep ran before the portal began to serve.
            scheduler.OnWorker("contacts");
            scheduler.Schedule<SweepContacts>().Hourly().PreventOverlapping(nameof(SweepContacts));

            scheduler.OnWorker("pickups");
            scheduler.Schedule<FollowOpenPickups>().EveryFifteenMinutes().PreventOverlapping(nameof(FollowOpenPickups));

            scheduler.OnWorker("housekeeping");
            scheduler.Schedule<PurgeOldHistory>().Hourly().RunOnceAtStart().PreventOverlapping(nameof(PurgeOldHistory));
            scheduler.Schedule<FinishDisconnects>().Hourly().RunOnceAtStart().PreventOverlapping(nameof(FinishDisconnects));
            scheduler.Schedule<CutOldAuditRecords>().Daily().RunOnceAtStart().PreventOverlapping(nameof(CutOldAuditRecords));
            scheduler.Schedule<AnchorHeadOfAuditTrail>().Daily().RunOnceAtStart().PreventOverlapping(nameof(AnchorHeadOfAuditTrail));
        }).OnError(exception =>
        {
            // At shutdown every task is cancelled, which is no fault.
            if (exception is not OperationCanceledException)
            {
                LogFailed(log, exception);
            }
        });
    }

    [LoggerMessage(LogLevel.Error, "A scheduled task failed; it is tried again at its next time.")]
    private static partial void LogFailed(ILogger log, Exception exception);
}
