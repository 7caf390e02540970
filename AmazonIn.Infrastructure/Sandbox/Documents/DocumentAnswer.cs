using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Documents;

/// <summary>What getReportDocument and getFeedDocument answer: a fresh address, good for five minutes.</summary>
internal static class DocumentAnswer
{
    public static Task WriteAsync(ApiCall call, string idName, StoredDocument document, DocumentLink links)
    {
        var encoded = call.Query.Text("enableContentEncodingUrlHeader") == "true";
        var url = links.Make(
            call.BaseAddress,
            "GET",
            document.Id,
            encoded ? DocumentEndpoints.EncodedDownload : "");
        return call.AnswerAsync(200, json =>
        {
            json.WriteStartObject();
            json.WriteString(idName, document.Id);
            json.WriteString("url", url);
            if (document.Gzip)
            {
                json.WriteString("compressionAlgorithm", "GZIP");
            }

            json.WriteEndObject();
        });
    }
}
