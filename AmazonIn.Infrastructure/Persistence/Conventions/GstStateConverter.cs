using AmazonIn.Domain.Tax;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AmazonIn.Infrastructure.Persistence.Conventions;

/// <summary>Stores a state as its two-digit code.</summary>
internal sealed class GstStateConverter() : ValueConverter<GstState, string>(state => state.Code, code => Read(code))
{
    private static GstState Read(string code) =>
        GstState.Find(code) ?? throw new InvalidOperationException($"{code} is no GST state code.");
}
