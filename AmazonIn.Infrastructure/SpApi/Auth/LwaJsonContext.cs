using System.Text.Json.Serialization;

namespace AmazonIn.Infrastructure.SpApi.Auth;

[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(LwaAnswer))]
internal sealed partial class LwaJsonContext : JsonSerializerContext;
