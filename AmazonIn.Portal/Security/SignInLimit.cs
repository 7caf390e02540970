namespace AmazonIn.Portal.Security;

/// <summary>Lockout guards one account; this guards against one address trying many.</summary>
/// <param name="AttemptsAMinute">From one address, over all accounts.</param>
internal sealed record SignInLimit(int AttemptsAMinute = 20);
