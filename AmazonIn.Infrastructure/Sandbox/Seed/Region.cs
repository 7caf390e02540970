namespace AmazonIn.Infrastructure.Sandbox.Seed;

/// <summary>
/// A state or union territory with the spellings that buyers and Amazon use for it, the usual one first.
/// </summary>
internal sealed record Region(string GstCode, string[] Spellings, Place[] Places, int Weight);
