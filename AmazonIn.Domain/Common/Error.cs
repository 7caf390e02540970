namespace AmazonIn.Domain.Common;

/// <summary>An expected refusal. The message is complete, safe to show, and says what to do.</summary>
/// <param name="Code">Stable, dotted, for programs: <c>channel.currency-mismatch</c>.</param>
/// <param name="Message">For a person: what happened, why, what to do. Never carries personal data or a secret.</param>
/// <param name="Kind">How the edge answers.</param>
public sealed record Error(string Code, string Message, ErrorKind Kind = ErrorKind.Invalid)
{
    /// <summary>The refusal for an actor without <paramref name="permission"/>.</summary>
    public static Error Forbidden(string permission) => new(
        "access.forbidden",
        $"Your role does not include “{permission}”. Ask an administrator to grant it.",
        ErrorKind.Forbidden);

    /// <summary>The refusal for something that does not exist.</summary>
    public static Error NotFound(string what) => new(
        "not-found",
        $"{what} was not found. It may have been removed; reload the list.",
        ErrorKind.NotFound);
}
