using System.Text;

namespace AmazonIn.Tests.TestKit;

/// <summary>Looks for a text of ASCII letters in bytes, in large or small letters, in UTF-8, in UTF-16, and in base64.</summary>
internal sealed class LeakSearch
{
    private readonly byte[][] _folded;
    private readonly byte[][] _base64;

    public LeakSearch(string text)
    {
        var small = text.ToLowerInvariant();
        _folded = [Encoding.UTF8.GetBytes(small), Encoding.Unicode.GetBytes(small)];
        _base64 = [.. Enumerable.Range(0, 3).Select(offset => InBase64(Encoding.UTF8.GetBytes(text), offset))];
    }

    public bool Finds(ReadOnlySpan<byte> bytes)
    {
        var folded = new byte[bytes.Length];
        for (var index = 0; index < bytes.Length; index++)
        {
            folded[index] = bytes[index] is >= (byte)'A' and <= (byte)'Z' ? (byte)(bytes[index] | 0x20) : bytes[index];
        }

        return Holds(folded, _folded) || Holds(bytes, _base64);
    }

    // Three bytes are four characters, so it depends on what stands before; only those characters count which the text
    // alone decides.
    private static byte[] InBase64(byte[] text, int offset)
    {
        var from = ((offset * 8) + 5) / 6;
        var to = (offset + text.Length) * 8 / 6;
        return Encoding.ASCII.GetBytes(Convert.ToBase64String([.. new byte[offset], .. text])[from..to]);
    }

    private static bool Holds(ReadOnlySpan<byte> bytes, byte[][] patterns)
    {
        foreach (var pattern in patterns)
        {
            if (bytes.IndexOf(pattern) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
