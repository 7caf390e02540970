using System.Diagnostics.CodeAnalysis;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>A state or union territory of the GST code list.</summary>
internal sealed record PlaceJson(string Code, string Name)
{
    [return: NotNullIfNotNull(nameof(state))]
    public static PlaceJson? Of(GstState? state) => state is null ? null : new(state.Code, state.Name);
}
