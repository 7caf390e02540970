using System.Globalization;

namespace AmazonIn.Domain.Shipping;

/// <summary>
/// A package on its way, and its confirmation to Amazon: one call a package, repeated with the same package reference
/// until Amazon answers, which changes nothing there.
/// </summary>
public sealed class Shipment
{
    public const int CarrierCodeMaxLength = 60;
    public const int CarrierNameMaxLength = 100;
    public const int TrackingNumberMaxLength = 60;
    public const int RequestIdMaxLength = 100;
    public const int AnswerMaxLength = 1000;

    private Shipment()
    {
    }

    public Shipment(
        string carrierCode, string? carrierName, string trackingNumber, DateTimeOffset shippedAt, bool confirm, DateTimeOffset now)
    {
        CarrierCode = carrierCode;
        CarrierName = carrierName;
        TrackingNumber = trackingNumber;
        ShippedAt = shippedAt;
        State = confirm ? ConfirmationState.Waiting : ConfirmationState.NotNeeded;
        CreatedAt = now;
        Change = 1;
    }

    public long Id { get; private set; }

    /// <summary>The number that people use, made from <see cref="Id"/>.</summary>
    public string Number => NumberOf(Id);

    public long PackageId { get; private set; }

    /// <summary>A code of Amazon's list, case and all.</summary>
    public string CarrierCode { get; private set; } = string.Empty;

    /// <summary>The carrier's name where the code is <c>Other</c>.</summary>
    public string? CarrierName { get; private set; }

    public string TrackingNumber { get; private set; } = string.Empty;

    public DateTimeOffset ShippedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public ConfirmationState State { get; private set; }

    /// <summary>Counted up with every change that Amazon should know.</summary>
    public int Change { get; private set; }

    /// <summary>The change that Amazon's last answer covers.</summary>
    public int SentChange { get; private set; }

    /// <summary>Amazon's answer or our reading of it, for a person.</summary>
    public string? Answer { get; private set; }

    public string? RequestId { get; private set; }

    /// <summary>Since when Amazon may know the package; null while it surely does not.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>When Amazon last answered.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? NotBefore { get; private set; }

    public DateTimeOffset? ReadBackAt { get; private set; }

    public int ReadBacks { get; private set; }

    /// <summary>When the package was read back; null until then.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>Whether the parcel counts as gone.</summary>
    public bool IsOut => State != ConfirmationState.Undone;

    /// <summary>Whether Amazon has still to hear of it.</summary>
    public bool IsDue => State is ConfirmationState.Waiting or ConfirmationState.Retrying;

    public static string NumberOf(long id) => string.Create(CultureInfo.InvariantCulture, $"SHP-{id:D5}");

    /// <summary>Corrects carrier, number or date; an Amazon order's is confirmed again under the same reference.</summary>
    public void Correct(string carrierCode, string? carrierName, string trackingNumber, DateTimeOffset shippedAt)
    {
        CarrierCode = carrierCode;
        CarrierName = carrierName;
        TrackingNumber = trackingNumber;
        ShippedAt = shippedAt;
        if (State is not (ConfirmationState.NotNeeded or ConfirmationState.Undone))
        {
            ConfirmAgain();
        }
    }

    /// <summary>A person asks again, or a correction has to be told.</summary>
    public void ConfirmAgain()
    {
        Change++;
        State = ConfirmationState.Waiting;
        Attempts = 0;
        NotBefore = null;
        ReadBackAt = null;
        ReadBacks = 0;
        SeenAt = null;
        Answer = null;
    }

    /// <summary>The parcel came back, or never left. What Amazon knows of it stays there.</summary>
    public void Undo()
    {
        Change++;
        State = ConfirmationState.Undone;
        NotBefore = null;
        ReadBackAt = null;
        Answer = null;
    }

    /// <summary>The parcel leaves after all: the same package again, so that Amazon's copy is edited.</summary>
    public void Redo(string carrierCode, string? carrierName, string trackingNumber, DateTimeOffset shippedAt, bool confirm)
    {
        Correct(carrierCode, carrierName, trackingNumber, shippedAt);
        if (confirm)
        {
            ConfirmAgain();
        }
        else
        {
            State = ConfirmationState.NotNeeded;
        }
    }

    /// <summary>A call to Amazon begins. From here on Amazon may know the package, whatever comes back.</summary>
    /// <returns>Whether it is the first one.</returns>
    public bool Tell(DateTimeOffset now)
    {
        var first = ToldAt is null;
        ToldAt ??= now;
        return first;
    }

    public void Accept(int change, string? requestId, DateTimeOffset readBackAt, DateTimeOffset now)
    {
        SentChange = change;
        RequestId = requestId;
        AnsweredAt = now;
        Attempts = 0;
        if (change == Change)
        {
            State = ConfirmationState.Accepted;
            Answer = null;
            ReadBackAt = readBackAt;
            ReadBacks = 0;
        }
    }

    /// <param name="first">Whether it was the first call, so that Amazon surely does not know the package.</param>
    public void Refuse(int change, string reason, string? requestId, bool first, DateTimeOffset now)
    {
        if (first)
        {
            ToldAt = null;
        }

        SentChange = change;
        RequestId = requestId;
        AnsweredAt = now;
        if (change == Change)
        {
            State = ConfirmationState.Refused;
            Answer = Cut(reason);
            ReadBackAt = null;
        }
    }

    public void RetryLater(int change, string reason, DateTimeOffset notBefore)
    {
        if (change != Change)
        {
            return;
        }

        State = ConfirmationState.Retrying;
        Attempts++;
        Answer = Cut(reason);
        NotBefore = notBefore;
    }

    /// <summary>Amazon did not let us look; whether the package shows is not known yet.</summary>
    public void LookLater(DateTimeOffset readBackAt) => ReadBackAt = readBackAt;

    /// <summary>Amazon's package was read back.</summary>
    /// <param name="difference">Null where it shows what we sent.</param>
    /// <param name="nextReadBackAt">When to look again; null settles it.</param>
    public void ReadBack(string? difference, DateTimeOffset? nextReadBackAt, DateTimeOffset now)
    {
        SeenAt = now;
        ReadBacks++;
        ReadBackAt = difference is null ? null : nextReadBackAt;
        Answer = difference is null ? null : Cut(difference);
        if (difference is null)
        {
            State = ConfirmationState.Confirmed;
        }
        else if (nextReadBackAt is null)
        {
            State = ConfirmationState.Differs;
        }
    }

    private static string Cut(string text) => text.Length <= AnswerMaxLength ? text : text[..AnswerMaxLength];
}
