namespace AmazonIn.Portal.Components.Account;

/// <summary>What a password got a person.</summary>
public enum SignInOutcome
{
    Refused,

    /// <summary>The password is right; the second factor is asked for next.</summary>
    NeedsCode,

    SignedIn,
}
