using System.Text.Json;
using System.Text.Json.Nodes;

using NJsonSchema;

namespace AmazonIn.Tests.Sandbox;

/// <summary>One of Amazon's API models, made strict: a member that the model does not know fails.</summary>
internal sealed class AmazonModel
{
    private readonly JsonObject definitions;
    private readonly Dictionary<string, JsonSchema> schemas = [];

    private AmazonModel(JsonObject definitions)
    {
        this.definitions = definitions;
    }

    public static AmazonModel Orders => Load("orders-api-model/orders_2026-01-01.json");

    public static AmazonModel Listings => Load("listings-items-api-model/listingsItems_2021-08-01.json");

    public static AmazonModel Reports => Load("reports-api-model/reports_2021-06-30.json");

    public static AmazonModel Feeds => Load("feeds-api-model/feeds_2021-06-30.json");

    public static AmazonModel EasyShip => Load("easy-ship-model/easyShip_2022-03-23.json");

    public static AmazonModel Tokens => Load("tokens-api-model/tokens_2021-03-01.json");

    public static AmazonModel Sellers => Load("sellers-api-model/sellers.json");

    /// <summary>A plain JSON schema of the shared models.</summary>
    public static async Task AssertMatchesSchemaAsync(string path, JsonElement json)
    {
        var schema = await JsonSchema.FromFileAsync(SharedFiles.Require($"models/schemas/{path}"), Cancel);
        Assert.Empty(schema.Validate(json.GetRawText()));
    }

    public async Task AssertMatchesAsync(string definition, JsonElement json)
    {
        if (!schemas.TryGetValue(definition, out var schema))
        {
            var document = new JsonObject
            {
                ["$schema"] = "http://json-schema.org/draft-04/schema#",
                ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = $"#/definitions/{definition}" }),
                ["definitions"] = definitions.DeepClone(),
            };
            schema = await JsonSchema.FromJsonAsync(document.ToJsonString(), Cancel);
            schemas[definition] = schema;
        }

        var errors = schema.Validate(json.GetRawText());
        Assert.True(errors.Count == 0, string.Join('\n', errors.Take(5).Select(error => error.ToString())));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static AmazonModel Load(string path)
    {
        var text = File.ReadAllText(SharedFiles.Require($"models/models/{path}"));
        var definitions = JsonNode.Parse(text)!["definitions"]!.AsObject();
        foreach (var (_, definition) in definitions)
        {
            if (definition is JsonObject known && known["properties"] is not null && known["additionalProperties"] is null)
            {
                known["additionalProperties"] = false;
            }
        }

        return new AmazonModel(definitions);
    }
}
