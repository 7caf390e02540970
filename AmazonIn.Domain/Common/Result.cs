using System.Diagnostics.CodeAnalysis;

namespace AmazonIn.Domain.Common;

/// <summary>The outcome of something that may be refused.</summary>
public readonly record struct Result
{
    private Result(Error? error) => Error = error;

    public Error? Error { get; }

    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    public static Result Success => default;

    public static implicit operator Result(Error error) => new(error);
}
