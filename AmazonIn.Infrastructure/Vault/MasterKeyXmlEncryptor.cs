using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>
/// Encrypts Data Protection's keys before they are stored (security.md B-20). Left to itself, Data Protection stores
/// them in the clear on Linux.
/// </summary>
internal sealed class MasterKeyXmlEncryptor(MasterKeys masterKeys) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        MasterKeyXml.Seal(plaintextElement, masterKeys.Active), typeof(MasterKeyXmlDecryptor));
}
