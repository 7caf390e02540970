namespace AmazonIn.Portal.Composition;

/// <summary>
/// The demo marketplace's account, registered only while the portal talks to that marketplace, so that the connect
/// dialog can offer it. Opens nothing real.
/// </summary>
public sealed record DemoAccount(string SellerId, string RefreshToken);
