namespace AmazonIn.Tests.TestKit;

/// <summary>The sources that the tests were built from.</summary>
internal static class Repository
{
    public static DirectoryInfo Root { get; } = Find();

    private static DirectoryInfo Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AmazonIn.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No AmazonIn.sln above the tests.");
        }

        return folder;
    }
}
