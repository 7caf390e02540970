namespace AmazonIn.Infrastructure.SpApi.Errors;

/// <summary>One record of an answer makes no sense. Becomes the record's reason; never leaves the client.</summary>
/// <param name="code">Stable code of the cause.</param>
/// <param name="message">For a person; carries no personal data.</param>
internal sealed class UnreadableRecordException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
