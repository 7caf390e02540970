using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>
/// Encrypts Data Protection's keys before they are stored (security.md B-20). Left to itself, Data Protection stores
/// them in the clear on Linux.
/// </summary>
internal sealed class MasterKeyXmlEncryptor(MasterKeySource source) : IXmlEncryptor
{
    public const string ElementName = "encryptedByMasterKey";
    public const string KeyIdName = "masterKey";

    internal static ReadOnlySpan<byte> Context => "AmazonIn.DataProtection|1"u8;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var master = source.Current;
        var content = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = new byte[content.Length + SealedBox.Overhead];
        using var box = new SealedBox(master.Portal);
        box.Seal(content, Context, sealedBytes);
        return new EncryptedXmlInfo(
            new XElement(ElementName, new XAttribute(KeyIdName, master.Id), Convert.ToBase64String(sealedBytes)),
            typeof(MasterKeyXmlDecryptor));
    }
}
