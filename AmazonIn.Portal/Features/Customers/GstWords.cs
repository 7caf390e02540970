using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Tax;
using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Portal.Features.Customers;

/// <summary>GST treatment and place of supply, as the screen says them, and as filters.</summary>
internal static class GstWords
{
    public const string TreatmentKey = "gst";
    public const string PlaceKey = "place";

    public static string Of(GstTreatment treatment) => treatment switch
    {
        GstTreatment.Consumer => "Consumer",
        GstTreatment.RegisteredBusiness => "Registered business",
        GstTreatment.Overseas => "Overseas",
    };

    /// <summary><c>Karnataka (29)</c>; null where the place is not known.</summary>
    public static string? Place(GstState? state, GstTreatment treatment) =>
        state is not null ? Of(state)
        : treatment == GstTreatment.Overseas ? "Outside India"
        : null;

    public static string Of(GstState state) => $"{state.Name} ({state.Code})";

    public static FilterDefinition TreatmentFilter { get; } =
        FilterDefinition.Of<GstTreatment>(TreatmentKey, "GST treatment", Of);

    /// <summary>By name, as people look for them.</summary>
    public static FilterDefinition PlaceFilter { get; } = new(
        PlaceKey,
        "Place of supply",
        [
            .. GstState.All.OrderBy(state => state.Name, StringComparer.Ordinal)
                .Select(state => new FilterChoice(state.Code, Of(state))),
        ]);
}
