using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AmazonIn.Tests.Sandbox;
using AmazonIn.Tests.SpApi.TestKit;
using NJsonSchema;

namespace AmazonIn.Tests.SpApi.Contracts;

/// <summary>
/// One of Amazon's published API models (Swagger 2): its examples, and whether a request is one that it describes.
/// </summary>
internal sealed class PublishedModel
{
    private readonly JsonElement _root;

    private PublishedModel(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFiles.Require($"models/models/{path}")));
        _root = document.RootElement.Clone();
    }

    public static PublishedModel Orders => new("orders-api-model/orders_2026-01-01.json");

    public static PublishedModel OrdersV0 => new("orders-api-model/ordersV0.json");

    public static PublishedModel Listings => new("listings-items-api-model/listingsItems_2021-08-01.json");

    public static PublishedModel Reports => new("reports-api-model/reports_2021-06-30.json");

    public static PublishedModel Feeds => new("feeds-api-model/feeds_2021-06-30.json");

    public static PublishedModel Sellers => new("sellers-api-model/sellers.json");

    public JsonElement Definitions => _root.GetProperty("definitions");

    /// <summary>
    /// Every body that Amazon publishes for the operation's answers of this kind, by where it stands.
    /// </summary>
    public IEnumerable<(string Where, JsonElement Body)> Examples(string operationId, bool successful)
    {
        var operation = Operations().First(one => one.Id == operationId).Operation;
        foreach (var response in operation.GetProperty("responses").EnumerateObject())
        {
            if (response.Name.StartsWith('2') != successful)
            {
                continue;
            }

            if (response.Value.TryGetProperty("examples", out var examples))
            {
                // Some models put the body below its media type, some in its place.
                yield return (
                    $"{operationId} {response.Name} example",
                    examples.TryGetProperty("application/json", out var json) ? json : examples);
            }

            if (response.Value.TryGetProperty("x-amzn-api-sandbox", out var sandbox)
                && sandbox.TryGetProperty("static", out var cases))
            {
                var number = 0;
                foreach (var one in cases.EnumerateArray())
                {
                    yield return ($"{operationId} {response.Name} sandbox {++number}", one.GetProperty("response"));
                }
            }
        }
    }

    /// <summary>What is wrong with a request by the model; empty for a good one.</summary>
    public async Task<IReadOnlyList<string>> FaultsOfAsync(RecordedCall call)
    {
        var found = Operations().FirstOrDefault(one =>
            one.Method.Equals(call.Method.Method, StringComparison.OrdinalIgnoreCase) && Matches(one.Path, call.Path));
        if (found.Id is null)
        {
            return [$"There is no operation {call.Method} {call.Path}."];
        }

        List<string> faults = [];
        var parameters = Parameters(found.Operation).ToList();
        foreach (var pair in call.Address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = pair.Split('=')[0];
            if (!parameters.Exists(parameter => In(parameter) == "query" && Text(parameter, "name") == name))
            {
                faults.Add($"{found.Id} has no query parameter {name}.");
            }
        }

        foreach (var parameter in parameters.Where(parameter => In(parameter) == "query"))
        {
            faults.AddRange(FaultsOf(parameter, call, found.Id));
        }

        var body = parameters.Find(parameter => In(parameter) == "body");
        faults.AddRange(await FaultsOfBodyAsync(body, call, found.Id));
        return faults;
    }

    private static IEnumerable<string> FaultsOf(JsonElement parameter, RecordedCall call, string operation)
    {
        var name = Text(parameter, "name")!;
        if (RawValue(call, name) is not { } raw)
        {
            return parameter.TryGetProperty("required", out var required) && required.GetBoolean()
                ? [$"{operation} needs {name}."]
                : [];
        }

        if (Text(parameter, "type") != "array")
        {
            return Value(parameter, Uri.UnescapeDataString(raw), operation, name);
        }

        // A list without a collectionFormat is comma-separated, the default of Swagger 2.
        var values = raw.Split(',').Select(Uri.UnescapeDataString).ToList();
        List<string> faults = [.. values.SelectMany(value => Value(parameter.GetProperty("items"), value, operation, name))];
        if (parameter.TryGetProperty("maxItems", out var most) && values.Count > most.GetInt32())
        {
            faults.Add($"{operation}: {name} takes at most {most} values.");
        }

        return faults;
    }

    private static IEnumerable<string> Value(JsonElement schema, string value, string operation, string name)
    {
        if (value.Length == 0)
        {
            yield return $"{operation}: {name} is empty.";
        }

        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(one => one.GetString() == value))
        {
            yield return $"{operation}: {name} may not be {value}.";
        }

        var number = 0L;
        if (Text(schema, "type") == "integer"
            && !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
        {
            yield return $"{operation}: {name} is no integer.";
        }

        if (schema.TryGetProperty("maximum", out var maximum) && number > maximum.GetInt64())
        {
            yield return $"{operation}: {name} is at most {maximum}.";
        }

        if (Text(schema, "format") == "date-time"
            && !Regex.IsMatch(value, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"))
        {
            yield return $"{operation}: {name} is no ISO 8601 time.";
        }
    }

    private async Task<IReadOnlyList<string>> FaultsOfBodyAsync(JsonElement parameter, RecordedCall call, string operation)
    {
        if (parameter.ValueKind == JsonValueKind.Undefined)
        {
            return call.Body is null ? [] : [$"{operation} takes no body."];
        }

        if (call.Body is null)
        {
            return [$"{operation} needs a body."];
        }

        List<string> faults = [];
        if (!call.Headers.TryGetValue("Content-Type", out var type) || !type.StartsWith("application/json", StringComparison.Ordinal))
        {
            faults.Add($"{operation}: the body is not declared as JSON.");
        }

        var definition = parameter.GetProperty("schema").GetProperty("$ref").GetString()!.Split('/')[^1];
        var schema = await JsonSchema.FromJsonAsync(
            $$"""
            {"$schema":"http://json-schema.org/draft-04/schema#","allOf":[{"$ref":"#/definitions/{{definition}}"}],
            "definitions":{{Definitions.GetRawText()}}}
            """,
            TestContext.Current.CancellationToken);
        faults.AddRange(schema.Validate(call.Body).Select(error => $"{operation}: {error}"));
        var known = Definitions.GetProperty(definition).GetProperty("properties");
        using var document = JsonDocument.Parse(call.Body);
        faults.AddRange(document.RootElement.EnumerateObject()
            .Where(member => !known.TryGetProperty(member.Name, out _))
            .Select(member => $"{operation}: the body has no member {member.Name}."));
        return faults;
    }

    private IEnumerable<(string Id, string Method, string Path, JsonElement Operation)> Operations()
    {
        foreach (var path in _root.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                if (operation.Value.ValueKind == JsonValueKind.Object && operation.Value.TryGetProperty("operationId", out var id))
                {
                    yield return (id.GetString()!, operation.Name, path.Name, operation.Value);
                }
            }
        }
    }

    private IEnumerable<JsonElement> Parameters(JsonElement operation)
    {
        if (!operation.TryGetProperty("parameters", out var parameters))
        {
            yield break;
        }

        foreach (var parameter in parameters.EnumerateArray())
        {
            yield return parameter.TryGetProperty("$ref", out var reference)
                ? _root.GetProperty("parameters").GetProperty(reference.GetString()!.Split('/')[^1])
                : parameter;
        }
    }

    private static bool Matches(string template, string path) => Regex.IsMatch(
        path, "^" + Regex.Replace(Regex.Escape(template), @"\\\{[^}]+}", "[^/]+") + "$");

    private static string? RawValue(RecordedCall call, string name) => call.Address.Query.TrimStart('?').Split('&')
        .Where(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))
        .Select(pair => pair[(name.Length + 1)..])
        .FirstOrDefault();

    private static string? In(JsonElement parameter) => Text(parameter, "in");

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
