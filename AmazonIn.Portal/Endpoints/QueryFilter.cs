using AmazonIn.Portal.Endpoints.Wire;

namespace AmazonIn.Portal.Endpoints;

/// <summary>Refuses query parameters that a call does not take, also where its handler reads none.</summary>
internal sealed class QueryFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        new QueryReader(context.HttpContext).Problem is { } problem ? problem.ToProblem() : await next(context);
}
