using System.Data.Common;
using System.Globalization;

namespace AmazonIn.Portal.Composition;

/// <summary>Refuses secrets that stand in manuals, in Production (security.md D-36).</summary>
internal static class SampleSecrets
{
    private const string ClientSecretKey = "Amazon:ClientSecret";

    private static readonly HashSet<string> Samples = new(StringComparer.OrdinalIgnoreCase)
    {
        DemoIdentity.ClientSecret, "secret", "client-secret", "your-client-secret", "password", "Password123",
        "P@ssw0rd", "Passw0rd!", "Your_password123", "yourStrong(!)Password", "changeme", "change-me", "example",
    };

    public static void Refuse(IConfiguration configuration, bool demoMarketplace)
    {
        if (IsSample(configuration[ClientSecretKey]) && !demoMarketplace)
        {
            throw new ConfigurationProblemException(
                ClientSecretKey, "must be the secret of your own application; a sample is configured.");
        }

        foreach (var connection in configuration.GetSection("ConnectionStrings").GetChildren())
        {
            if (IsSample(PasswordOf(connection.Value)))
            {
                throw new ConfigurationProblemException(
                    connection.Path, "must hold a password of your own; a sample is configured.");
            }
        }
    }

    private static bool IsSample(string? secret) =>
        secret is not null && (Samples.Contains(secret.Trim()) || secret.TrimStart().StartsWith('<'));

    private static string? PasswordOf(string? connectionString)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
            return parts.TryGetValue("Password", out var password) || parts.TryGetValue("Pwd", out password)
                ? Convert.ToString(password, CultureInfo.InvariantCulture)
                : null;
        }
        catch (ArgumentException)
        {
            // Not a connection string at all; whoever opens it says so.
            return null;
        }
    }
}
