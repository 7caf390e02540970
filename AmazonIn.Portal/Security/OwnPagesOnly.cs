namespace AmazonIn.Portal.Security;

/// <summary>
/// Refuses a GET that another site's page caused: documents with personal data leave a record when they are made, which
/// a link elsewhere must not do in somebody's name. Typing the address and our own pages pass.
/// </summary>
internal sealed class OwnPagesOnly : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site"
            ? TypedResults.Text(
                "This document opens from the portal's own pages only. Open the order there and print it again.",
                statusCode: StatusCodes.Status403Forbidden)
            : await next(context);
}
