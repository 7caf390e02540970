using System.Xml;

namespace AmazonIn.Infrastructure.SpApi.Feeds;

/// <summary>
/// Reads the XML of feeds. Handed a stream, <see cref="System.Xml.Linq.XDocument"/> would follow document type definitions
/// and take a document of any length (security.md V-03, Z-05).
/// </summary>
internal static class FeedXml
{
    /// <summary>A processing report of one parcel has some thousand characters.</summary>
    public const int MaxCharacters = 1024 * 1024;

    /// <summary>Throws <see cref="XmlException"/> while it is read, where the document is longer or defines a type.</summary>
    public static XmlReader Read(Stream stream) => XmlReader.Create(stream, new XmlReaderSettings
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
    });
}
