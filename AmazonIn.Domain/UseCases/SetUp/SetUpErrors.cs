using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.UseCases.SetUp;

/// <summary>Why a set-up is refused.</summary>
public static class SetUpErrors
{
    public static Error AlreadyDone { get; } = new(
        "setup.done",
        "This portal is set up already. Sign in, or ask its administrator for an account.",
        ErrorKind.Conflict);

    public static Error LinkInvalid { get; } = new(
        "setup.link-invalid",
        "This set-up link is wrong, used or too old. Restart the portal: while nobody administers it, it prints a new "
        + "link at every start.",
        ErrorKind.Forbidden);

    public static Error HomeStateMissing { get; } = new(
        "organisation.home-state",
        "Choose the state or union territory where the business is registered for GST.");

    public static Error DisplayNameMissing { get; } = new("user.display-name", "Enter your name, at most 100 characters.");
}
