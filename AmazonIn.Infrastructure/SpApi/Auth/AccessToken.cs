namespace AmazonIn.Infrastructure.SpApi.Auth;

/// <summary>A Login with Amazon access token. Printing it shows nothing.</summary>
/// <param name="Value">At most 2,048 bytes.</param>
/// <param name="ReceivedAt">Monotonic time stamp of the receipt.</param>
/// <param name="Lifetime">As Amazon said; one hour.</param>
internal sealed record AccessToken(string Value, long ReceivedAt, TimeSpan Lifetime)
{
    /// <summary>At 80 % of its life it is renewed, so that no call starts with a token about to die.</summary>
    private const double UsablePart = 0.8;

    /// <summary>By monotonic time: a corrected wall clock neither kills a token nor keeps a dead one.</summary>
    public bool IsUsable(TimeProvider time) => time.GetElapsedTime(ReceivedAt) < Lifetime * UsablePart;

    public override string ToString() => "[access token]";
}
