using System.Text.Json.Serialization;

namespace AmazonIn.Infrastructure.SpApi.Reports.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireReportRequest))]
[JsonSerializable(typeof(WireReportCreated))]
[JsonSerializable(typeof(WireReport))]
[JsonSerializable(typeof(WireReportDocument))]
internal sealed partial class ReportsJsonContext : JsonSerializerContext;
