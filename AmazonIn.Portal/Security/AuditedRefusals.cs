using System.Collections.Concurrent;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace AmazonIn.Portal.Security;

/// <summary>
/// Records whoever asks for a page or a call beyond their permissions, in the one place where the portal turns them away before they begin.
/// The same person and permission once a minute: a program that keeps asking must not fill the trail.
/// </summary>
internal sealed partial class AuditedRefusals(TimeProvider time, ILogger<AuditedRefusals> log) : IAuthorizationMiddlewareResultHandler
{
    private const int MostRemembered = 1000;

    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly AuthorizationMiddlewareResultHandler _answer = new();
    private readonly ConcurrentDictionary<(string Actor, string Permission), DateTimeOffset> _recorded = new();

    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden)
        {
            var actor = PrincipalActor.Of(context.User);
            var permission = policy.Requirements.OfType<PermissionRequirement>().FirstOrDefault()?.Permission ?? "unknown";
            if (IsNews(actor, permission))
            {
                await RecordAsync(context, actor, permission);
            }
        }

        await _answer.HandleAsync(next, context, policy, authorizeResult);
    }

    // It is refused in any case, so a trail that does not take the record changes nothing about that.
    private async Task RecordAsync(HttpContext context, Actor actor, string permission)
    {
        try
        {
            var trail = context.RequestServices.GetRequiredService<IAuditTrail>();
            // Whoever hangs up before the answer is recorded all the same.
            await trail.RecordAsync(AuditedActs.Refusal(actor, permission), CancellationToken.None);
        }
        catch (Exception exception) when (exception is StorageUnavailableException or ConcurrentChangeException)
        {
            _recorded.TryRemove((actor.Id, permission), out _);
            LogLost(log, exception, actor.Id, permission);
        }
    }

    private bool IsNews(Actor actor, string permission)
    {
        var now = time.GetUtcNow();
        if (_recorded.TryGetValue((actor.Id, permission), out var last) && now - last < Quiet)
        {
            return false;
        }

        if (_recorded.Count >= MostRemembered)
        {
            _recorded.Clear();
        }

        _recorded[(actor.Id, permission)] = now;
        return true;
    }

    [LoggerMessage(LogLevel.Error, "The refusal of {Permission} to {Actor} could not be recorded in the audit trail.")]
    private static partial void LogLost(ILogger log, Exception exception, string actor, string permission);
}
