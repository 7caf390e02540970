using AmazonIn.Domain.Common;
using AmazonIn.Domain.Organisations;

namespace AmazonIn.Domain.UseCases.Security;

/// <summary>Why something about the portal's security is not saved.</summary>
public static class SecurityErrors
{
    public static Error ReviewIncomplete { get; } = new(
        "review.incomplete",
        "Somebody or something on the list is not ticked, or came meanwhile. Look at the list again and tick every line.",
        ErrorKind.Conflict);

    public static Error DateOutOfRange { get; } = new(
        "security.date", "Choose a day that is not in the future and not more than ten years ago.");

    public static Error ContactNameMissing { get; } = new(
        "incident.name", $"Enter the name of the person, at most {Organisation.ContactNameMaxLength} characters.");

    public static Error ContactAddressMissing { get; } = new(
        "incident.address", "Enter an e-mail address or a telephone number at which the person is reached.");
}
