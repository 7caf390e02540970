using System.IO.Compression;

using AmazonIn.Infrastructure.Sandbox.Quotas;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AmazonIn.Infrastructure.Sandbox.Documents;

/// <summary>
/// Uploads and downloads by presigned address, with errors in the storage's XML instead of Amazon's JSON.
/// </summary>
internal sealed class DocumentEndpoints(DocumentStore documents, DocumentLink links)
{
    /// <summary>
    /// Bound into a download's address that sends the header Content-Encoding, for clients that decode it.
    /// </summary>
    public const string EncodedDownload = "encoded";

    private static readonly UsagePlan Upload = new("uploadDocument", 0, 0);
    private static readonly UsagePlan Download = new("downloadDocument", 0, 0);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/documents/{id}", UploadAsync).WithMetadata(Upload);
        routes.MapGet("/documents/{id}", DownloadAsync).WithMetadata(Download);
    }

    private async Task UploadAsync(HttpContext http)
    {
        var id = http.Request.RouteValues["id"]?.ToString() ?? "";
        var (contentType, error) = links.Open(http, id);
        if (error is not null)
        {
            await RefuseAsync(http, 403, "AccessDenied", error);
            return;
        }

        if (http.Request.ContentType != contentType)
        {
            await RefuseAsync(
                http,
                403,
                "SignatureDoesNotMatch",
                "The Content-Type is not the one that the document was created with.");
            return;
        }

        if (documents.Find(id) is not { } document)
        {
            await RefuseAsync(http, 404, "NoSuchKey", "The specified key does not exist.");
            return;
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        document.Uploaded = body.ToArray();
    }

    private async Task DownloadAsync(HttpContext http)
    {
        var id = http.Request.RouteValues["id"]?.ToString() ?? "";
        var (extra, error) = links.Open(http, id);
        if (error is not null)
        {
            await RefuseAsync(http, 403, "AccessDenied", error);
            return;
        }

        if (documents.Find(id) is not { WriteAsync: { } write } document)
        {
            await RefuseAsync(http, 404, "NoSuchKey", "The specified key does not exist.");
            return;
        }

        http.Response.ContentType = document.ContentType;
        if (document.Gzip && extra == EncodedDownload)
        {
            http.Response.Headers.ContentEncoding = "gzip";
        }

        if (!document.Gzip)
        {
            await write(http.Response.Body, http.RequestAborted);
            return;
        }

        await using var compressed = new GZipStream(http.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await write(compressed, http.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext http, int status, string code, string message)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/xml";
        return http.Response.WriteAsync(
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>{code}</Code><Message>{message}</Message></Error>
            """,
            http.RequestAborted);
    }
}
