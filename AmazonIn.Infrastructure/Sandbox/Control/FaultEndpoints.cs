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
        if (!Kinds.TryGetValue(body.Text("fault") ?? "", out var kind))
        {
            throw ApiException.InvalidInput($"fault must be one of {string.Join(", ", Kinds.Keys)}.");
        }

        var match = body.Member("match");
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

        faults.Add(kind, match.Text("method"), match.Text("path"), probability, (int?)times);
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

    private static double? Number(JsonElement parent, string name)
    {
        var member = parent.Member(name);
        return member.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            JsonValueKind.Number => member.GetDouble(),
            _ => throw ApiException.InvalidInput($"{name} must be a number."),
        };
    }
}
