namespace AmazonIn.Infrastructure.Sandbox.Seed;

internal sealed record Place(string City, string PinPrefix);
