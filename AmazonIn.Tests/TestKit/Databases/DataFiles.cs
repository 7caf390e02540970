using System.Text;

namespace AmazonIn.Tests.TestKit.Databases;

/// <summary>The raw bytes of what a portal has on its disk.</summary>
internal static class DataFiles
{
    /// <summary>Every file of the data directory by its name, also while the database has it open.</summary>
    public static Dictionary<string, byte[]> Of(TestDatabase database) => In(database.Directory);

    public static Dictionary<string, byte[]> In(string directory) => Directory
        .EnumerateFiles(directory, "*", SearchOption.AllDirectories)
        .ToDictionary(
            file => Path.GetRelativePath(directory, file),
            file =>
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return bytes;
            });

    public static bool Holds(byte[] file, byte[] sought) => file.AsSpan().IndexOf(sought) >= 0;

    /// <summary>Whether the text is there in UTF-8, in UTF-16, or in small letters.</summary>
    public static bool Holds(byte[] file, string text) =>
        Holds(file, Encoding.UTF8.GetBytes(text)) || Holds(file, Encoding.Unicode.GetBytes(text))
        || Holds(file, Encoding.UTF8.GetBytes(text.ToLowerInvariant()));
}
