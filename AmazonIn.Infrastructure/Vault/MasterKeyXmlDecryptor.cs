using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>The way back. Data Protection makes it by the name that is stored with each key, so the name must stay.</summary>
internal sealed class MasterKeyXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        MasterKeyXml.Open(encryptedElement, services.GetRequiredService<MasterKeyRing>());
}
