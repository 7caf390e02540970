namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>
/// How we name ourselves; Amazon requires the Language attribute and refuses more than 500 characters.
/// </summary>
internal static class UserAgent
{
    public static string Text { get; } =
        $"AmazonIn/{Version()} (Language=CSharp; Platform={Platform()})";

    private static string Version() =>
        typeof(UserAgent).Assembly.GetName().Version is { } version ? $"{version.Major}.{version.Minor}" : "1.0";

    private static string Platform() =>
        OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : "Linux";
}
