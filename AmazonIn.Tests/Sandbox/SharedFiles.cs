namespace AmazonIn.Tests.Sandbox;

/// <summary>
/// Files that lie beside the repository and are never copied into it; a test that needs one skips without it.
/// </summary>
internal static class SharedFiles
{
    /// <summary>The path of a shared file, or a skip that says which is missing.</summary>
    public static string Require(string relativePath)
    {
        var folder = Environment.GetEnvironmentVariable("AMAZONIN_SHARED") ?? Path.Combine(Root(), "..", "shared");
        var path = Path.GetFullPath(Path.Combine(folder, relativePath));
        Assert.SkipUnless(File.Exists(path), $"The shared file {relativePath} is not on this machine.");
        return path;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AmazonIn.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
