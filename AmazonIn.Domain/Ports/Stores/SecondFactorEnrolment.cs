namespace AmazonIn.Domain.Ports.Stores;

/// <summary>A secret on its way into an authenticator app.</summary>
/// <param name="Ticket">Carries the secret, encrypted, from the page to its answer; good for fifteen minutes.</param>
/// <param name="Secret">Base32, for people who type it.</param>
/// <param name="Address">The <c>otpauth</c> address that a QR code holds.</param>
public sealed record SecondFactorEnrolment(string Ticket, string Secret, string Address)
{
    /// <summary>Keeps the secret out of logs.</summary>
    public override string ToString() => "enrolment";
}
