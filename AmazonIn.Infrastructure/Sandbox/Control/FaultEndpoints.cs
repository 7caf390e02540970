using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Wire;

using Microsoft.AspNetCore.Http;

namespace AmazonIn.Infrastructure.Sandbox.Control;

/// <summary>Orders faults and withdraws them.</summary>
internal sealed class FaultEndpoints(FaultTable faults)
{
    private static readonly Dictionary<string, FaultKind> Kinds = new(StringComparer.Ordinal)
    {
        ["throttle"] = FaultKind.Throttle,
        ["error500"] = FaultKind.Error500,
        ["error503"] = FaultKind.Error503,
        ["timeout"] = FaultKind.Timeout,
        ["truncate"] = FaultKind.Truncate,
        ["malformed"] = FaultKind.Malformed,
        ["duplicatePage"] = FaultKind.DuplicatePage,
        ["outOfOrder"] = FaultKind.OutOfOrder,
        ["unauthorized"] = FaultKind.Unauthorized,
    };

    public void Map(ControlRoutes routes)
    {
        routes.Map("GET", "/control/faults", ListAsync);
        routes.Map("POST", "/control/faults", AddAsync);
        routes.Map("DELETE", "/control/faults", http =>
        {
            faults.Clear();
            return ListAsync(http);
        });
    }

    private async Task AddAsync(HttpContext http)
    {
        var body = await ControlRoutes.ReadJsonAsync(http);
        if (body.ValueKind != JsonValueKind.Object
            || !body.TryGetProperty("fault", out var name)
            || name.ValueKind != JsonValueKind.String
            || !Kinds.TryGetValue(name.GetString()!, out var kind))
        {
            throw ApiException.InvalidInput($"fault must be one of {string.Join(", ", Kinds.Keys)}.");
        }

        var match = body.TryGetProperty("match", out var given) ? given : default;
        var probability = Number(body, "probability") ?? 1;
        if (probability is < 0 or > 1)
        {
            throw ApiException.InvalidInput("probability must be between 0 and 1.");
        }

        var times = Number(body, "times");
        if (times is { } number && (number < 1 || number != Math.Floor(number)))
        {
            throw ApiException.InvalidInput("times must be a whole number above 0.");
        }

        faults.Add(kind, Text(match, "method"), Text(match, "path"), probability, (int?)times);
        await ListAsync(http);
    }

    private Task ListAsync(HttpContext http) =>
        ControlRoutes.AnswerAsync(http, writer =>
        {
            writer.WriteStartArray("data");
            foreach (var rule in faults.All())
            {
                writer.WriteStartObject();
                writer.WriteString("fault", Kinds.First(kind => kind.Value == rule.Kind).Key);
                writer.WriteString("method", rule.Method);
                writer.WriteString("path", rule.Path);
                writer.WriteNumber("probability", rule.Probability);
                if (rule.Left is { } left)
                {
                    writer.WriteNumber("left", left);
                }

                writer.WriteNumber("struck", rule.Struck);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var member)
        && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;

    private static double? Number(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return member.ValueKind == JsonValueKind.Number
            ? member.GetDouble()
            : throw ApiException.InvalidInput($"{name} must be a number.");
    }
}
