using System.Text.Json.Serialization;
using AmazonIn.Domain.Privacy;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>How a contact is written before it is encrypted.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(BuyerContact))]
internal sealed partial class ContactJson : JsonSerializerContext;
