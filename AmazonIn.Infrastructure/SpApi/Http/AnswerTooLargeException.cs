namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>
/// An answer grew over its cap, or unpacks suspiciously well. Not retried: the next one would as well.
/// </summary>
internal sealed class AnswerTooLargeException(string message) : Exception(message);
