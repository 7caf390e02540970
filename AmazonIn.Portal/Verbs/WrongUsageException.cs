namespace AmazonIn.Portal.Verbs;

/// <summary>A verb was called in a way that makes no sense; the message says what is wrong with it.</summary>
internal sealed class WrongUsageException(string message) : Exception(message);
