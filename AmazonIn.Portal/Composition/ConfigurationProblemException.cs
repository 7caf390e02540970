namespace AmazonIn.Portal.Composition;

/// <summary>
/// A configured value is wrong or missing. The message is one line that names the key and what it must be; it never
/// carries a secret.
/// </summary>
internal sealed class ConfigurationProblemException : Exception
{
    public ConfigurationProblemException(string key, string requirement)
        : base($"{key} {requirement}")
    {
    }

    /// <summary>Takes over a complaint that names its key already.</summary>
    public ConfigurationProblemException(ArgumentException complaint)
        : base(complaint.Message, complaint)
    {
    }
}
