using System.Text;
using System.Xml;
using System.Xml.Linq;
using AmazonIn.Infrastructure.SpApi.Feeds;

namespace AmazonIn.Tests.SpApi;

public sealed class FeedXmlTests
{
    [Fact]
    public async Task A_report_is_read()
    {
        var report = await ReadAsync("<Report><Id>42</Id></Report>");

        Assert.Equal("42", report.Root?.Element("Id")?.Value);
    }

    [Theory]
    [Trait("Row", "V-03")]
    [InlineData("<!DOCTYPE r [<!ENTITY e \"expanded\">]><r>&e;</r>")]
    [InlineData("<!DOCTYPE r SYSTEM \"file:///etc/hostname\"><r/>")]
    public async Task A_document_type_is_refused(string xml) =>
        await Assert.ThrowsAsync<XmlException>(() => ReadAsync(xml));

    [Fact]
    [Trait("Row", "Z-05")]
    public async Task A_document_without_end_is_refused()
    {
        var most = new string('x', FeedXml.MaxCharacters - "<r></r>".Length);

        Assert.Equal(most, (await ReadAsync($"<r>{most}</r>")).Root?.Value);
        await Assert.ThrowsAsync<XmlException>(() => ReadAsync($"<r>{most}x</r>"));
    }

    private static async Task<XDocument> ReadAsync(string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        using var reader = FeedXml.Read(stream);
        return await XDocument.LoadAsync(reader, LoadOptions.None, TestContext.Current.CancellationToken);
    }
}
