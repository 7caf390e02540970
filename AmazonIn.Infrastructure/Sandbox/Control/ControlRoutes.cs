using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Wire;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AmazonIn.Infrastructure.Sandbox.Control;

/// <summary>Maps control endpoints: no token, no quota, no faults, Amazon's error envelope.</summary>
internal sealed class ControlRoutes(IEndpointRouteBuilder routes, SellerDirectory sellers)
{
    public void Map(string method, string pattern, Func<HttpContext, Task> handle) =>
        routes.MapMethods(pattern, [method], async http =>
        {
            try
            {
                await handle(http);
            }
            catch (ApiException exception) when (!http.Response.HasStarted)
            {
                await Answer.ErrorAsync(http, exception.Error);
            }
        });

    /// <summary>The seller named by the query parameter <c>seller</c>; the first one where it is absent.</summary>
    public SellerAccount Seller(HttpContext http) =>
        sellers.Find(new QueryReader(http.Request.Query).Text("seller") ?? DemoIdentities.FirstSeller)
        ?? throw new ApiException(ApiError.NotFound("There is no such demo seller."));

    /// <summary>As <see cref="Seller"/>; <c>seller=all</c> means every one.</summary>
    public IReadOnlyList<SellerAccount> Sellers(HttpContext http) =>
        new QueryReader(http.Request.Query).Text("seller") == "all" ? sellers.All : [Seller(http)];

    public static async Task<JsonElement> ReadJsonAsync(HttpContext http)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            return body.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw ApiException.InvalidInput($"The request body is not valid JSON: {exception.Message}");
        }
    }

    public static Task AnswerAsync(HttpContext http, Action<Utf8JsonWriter> members, int status = 200) =>
        Answer.JsonAsync(http, status, writer =>
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        });
}
