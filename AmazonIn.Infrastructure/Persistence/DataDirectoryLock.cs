using AmazonIn.Infrastructure.Vault;
using Microsoft.Extensions.Options;

namespace AmazonIn.Infrastructure.Persistence;

/// <summary>
/// Tells who works on the data directory: portals and verbs share it, a restore has it alone. The system lets go of it
/// when a process ends, however it ends.
/// </summary>
internal sealed class DataDirectoryLock(IOptions<DatabaseOptions> database) : IDisposable
{
    private const string FileName = "portal.lock";

    private FileStream? _file;

    /// <summary>Whether a restore holds it.</summary>
    public bool IsAlone { get; private set; }

    /// <exception cref="IOException">A restore is under way.</exception>
    public void Share()
    {
        if (_file is null)
        {
            PrivateFiles.Touch(FilePath);
            _file = new FileStream(FilePath, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
    }

    public bool TryTakeAlone()
    {
        try
        {
            PrivateFiles.Touch(FilePath);
            _file = new FileStream(FilePath, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            IsAlone = true;
        }
        catch (IOException)
        {
            // Somebody works on it.
        }

        return IsAlone;
    }

    public void Dispose() => _file?.Dispose();

    private string FilePath => Path.Combine(database.Value.Directory, FileName);
}
