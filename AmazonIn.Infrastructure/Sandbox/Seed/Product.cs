namespace AmazonIn.Infrastructure.Sandbox.Seed;

/// <summary>A kind of ware: what it is called, what it costs in rupees, and its GST rate in percent.</summary>
internal sealed record Product(string Code, string Title, string ProductType, int Least, int Most, int GstRate);
