namespace AmazonIn.Portal.Composition;

/// <summary>
/// A configured value is wrong or missing. The message is one line that names the key and what it must be; it never
/// carries a secret.
/// </summary>
internal sealed class ConfigurationProblemException(string key, string requirement)
    : Exception($"{key} {requirement}")
{
    public string Key { get; } = key;
}
