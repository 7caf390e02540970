using AmazonIn.Infrastructure.Vault;

namespace AmazonIn.Infrastructure.Backups;

/// <summary>
/// The present database files while a backup takes their place: in a directory of their own until the new ones stand.
/// A database's log is moved before it and comes back after it, so that, wherever this is cut off, no database is found
/// beside another one's log.
/// </summary>
internal sealed class PresentFiles(string directory)
{
    public const string DirectoryName = "before-restore";

    private static readonly string[] Logs = ["-wal", "-shm"];

    private string Aside => Path.Combine(directory, DirectoryName);

    private string Discarded => Path.Combine(directory, $"{DirectoryName}-done");

    /// <summary>Whether a restore is under way, or was cut off.</summary>
    public static bool AreAside(string directory) => Directory.Exists(Path.Combine(directory, DirectoryName));

    public void Begin() => PrivateFiles.MakeDirectory(Aside);

    public void Replace(string path, string with)
    {
        foreach (var log in Logs.Where(log => File.Exists(path + log)))
        {
            File.Move(path + log, AsideOf(path) + log);
        }

        if (File.Exists(path))
        {
            File.Move(path, AsideOf(path));
        }

        File.Move(with, path);
    }

    /// <summary>The present files are back, and the new ones gone.</summary>
    public void Undo(params IReadOnlyList<string> paths)
    {
        if (!Directory.Exists(Aside))
        {
            return;
        }

        foreach (var path in paths)
        {
            if (File.Exists(AsideOf(path)))
            {
                foreach (var file in Logs.Append(string.Empty).Select(part => path + part).Where(File.Exists))
                {
                    PrivateFiles.Shred(file);
                }

                File.Move(AsideOf(path), path);
            }

            foreach (var log in Logs.Where(log => File.Exists(AsideOf(path) + log)))
            {
                File.Move(AsideOf(path) + log, path + log, overwrite: true);
            }
        }

        Directory.Delete(Aside);
    }

    /// <summary>The new files stand; those of before are overwritten and deleted.</summary>
    public void Forget()
    {
        Directory.Move(Aside, Discarded);
        ClearDiscarded();
    }

    /// <summary>Goes on with deleting where that was cut off.</summary>
    public void ClearDiscarded()
    {
        if (Directory.Exists(Discarded))
        {
            foreach (var file in Directory.EnumerateFiles(Discarded))
            {
                PrivateFiles.Shred(file);
            }

            Directory.Delete(Discarded);
        }
    }

    private string AsideOf(string path) => Path.Combine(Aside, Path.GetFileName(path));
}
