using System.Text;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>Files and directories that only the portal's own account may open, where the system knows such a thing.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnDirectory = OwnFile | UnixFileMode.UserExecute;

    public static void MakeDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path, OwnDirectory);
        }
    }

    /// <summary>Makes an empty file before somebody else makes it with wider rights.</summary>
    public static void Touch(string path)
    {
        if (!File.Exists(path))
        {
            using var file = Open(path, FileMode.OpenOrCreate);
        }
    }

    /// <summary>Writes a file whole or not at all. Where another process was faster, its file stays.</summary>
    public static void WriteNew(string path, string text)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var file = Open(draft, FileMode.CreateNew))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    /// <summary>Writes a file anew, whole or not at all.</summary>
    public static void Replace(string path, string text)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var file = Open(draft, FileMode.CreateNew))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>A new file to write to; refused where there is one.</summary>
    public static FileStream Create(string path) => Open(path, FileMode.CreateNew);

    /// <summary>Holds a file for oneself until disposed.</summary>
    /// <exception cref="IOException">Somebody holds it.</exception>
    public static FileStream Lock(string path) => Open(path, FileMode.OpenOrCreate);

    /// <summary>Overwrites a file with zeros and deletes it.</summary>
    public static void Shred(string path)
    {
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write))
        {
            var zeros = new byte[1 << 16];
            for (var left = file.Length; left > 0; left -= zeros.Length)
            {
                file.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
            }

            file.Flush(flushToDisk: true);
        }

        File.Delete(path);
    }

    /// <summary>Adds to the end of a file, on the disk when this returns. One writer at a time: another is refused.</summary>
    public static void Append(string path, string text)
    {
        using var file = Open(path, FileMode.Append);
        file.Write(Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    private static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnFile;
        }

        return new FileStream(path, options);
    }
}
