using System.Text;
using System.Xml.Linq;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>One of Data Protection's keys as an element that a master key encrypted, with that key's id.</summary>
internal static class MasterKeyXml
{
    public const string ElementName = "encryptedByMasterKey";

    private const string KeyIdName = "masterKey";

    private static ReadOnlySpan<byte> Context => "AmazonIn.DataProtection|1"u8;

    public static XElement Seal(XElement content, MasterKey master)
    {
        var bytes = Encoding.UTF8.GetBytes(content.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = new byte[bytes.Length + SealedBox.Overhead];
        using var box = new SealedBox(master.Portal);
        box.Seal(bytes, Context, sealedBytes);
        return new XElement(ElementName, new XAttribute(KeyIdName, master.Id), Convert.ToBase64String(sealedBytes));
    }

    public static XElement Open(XElement element, MasterKeyRing ring)
    {
        using var box = new SealedBox(ring.Get(MasterKeyId(element)).Portal);
        return XElement.Parse(Encoding.UTF8.GetString(box.Open(Convert.FromBase64String(element.Value), Context)));
    }

    /// <summary>The encrypted element within a stored key, or null where there is none.</summary>
    public static XElement? Find(XElement key) => key.DescendantsAndSelf(ElementName).FirstOrDefault();

    public static string MasterKeyId(XElement element) => (string?)element.Attribute(KeyIdName) ?? string.Empty;
}
