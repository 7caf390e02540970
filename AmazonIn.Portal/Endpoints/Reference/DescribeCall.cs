using System.Text.Json.Nodes;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.Sync;
using AmazonIn.Portal.Endpoints.Wire;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AmazonIn.Portal.Endpoints.Reference;

/// <summary>Adds to each call the scope it needs and the query parameters it takes.</summary>
internal sealed class DescribeCall : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<ScopeOfCall>().LastOrDefault() is { } needed)
        {
            operation.Description = $"{operation.Description} Scope: `{needed.Scope}`.".Trim();
            operation.Security =
            [
                new OpenApiSecurityRequirement
                {
                    [new OpenApiSecuritySchemeReference(DescribeApi.SecurityScheme, context.Document)] = [needed.Scope],
                },
            ];
        }

        foreach (var name in metadata.OfType<QueryParameters>().LastOrDefault()?.Names ?? [])
        {
            (operation.Parameters ??= []).Add(Parameter(name));
        }

        return Task.CompletedTask;
    }

    private static OpenApiParameter Parameter(string name)
    {
        var (description, schema) = name switch
        {
            QueryParameters.Limit => ("Rows wanted.", new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Minimum = "1",
                Maximum = $"{PageRequest.MaxTake}",
                Default = JsonValue.Create(50),
            }),
            QueryParameters.Cursor => ("The nextCursor of the page before.", Text()),
            "channelId" => ("Only of this channel.", new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" }),
            "module" => ("Only runs of this module.", OneOf<SyncModule>()),
            "state" => ("Only runs in this state.", OneOf<RunState>()),
            "outcome" => ("Only records that were, or were not, synced.", OneOf<EntryOutcome>()),
            "status" => ("Only orders in this status.", OneOf<OrderStatus>()),
            "updatedSince" => ("Only orders that changed at this time or later.", Text("date-time")),
            "amazonOrderId" => ("Only the order with this Amazon order id.", Text()),
            "salesOrderId" => ("Only of this sales order.", new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" }),
            "stage" => ("Only packages at this stage.", OneOf<PackageStage>()),
            "confirmation" => ("Only shipments whose confirmation to Amazon is in this state.", OneOf<ConfirmationState>()),
            "sku" => ("Only the item with exactly this SKU.", Text()),
            _ => throw new InvalidOperationException($"The query parameter {name} is not described."),
        };
        return new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema };
    }

    private static OpenApiSchema Text(string? format = null) => new() { Type = JsonSchemaType.String, Format = format };

    private static OpenApiSchema OneOf<TChoice>()
        where TChoice : struct, Enum => new()
        {
            Type = JsonSchemaType.String,
            Enum = [.. Enum.GetNames<TChoice>().Select(name => (JsonNode)JsonValue.Create(name))],
        };
}
