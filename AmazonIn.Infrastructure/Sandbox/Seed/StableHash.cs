namespace AmazonIn.Infrastructure.Sandbox.Seed;

/// <summary>FNV-1a over a text: the same on every machine and in every run, unlike the hash codes of .NET.</summary>
internal static class StableHash
{
    private const ulong Prime = 1099511628211UL;

    public static ulong Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
        {
            hash = (hash ^ character) * Prime;
        }

        return hash;
    }

    public static ulong Of(string text, int number) => (Of(text) ^ (uint)number) * Prime;
}
