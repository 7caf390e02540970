using SkiaSharp;

namespace AmazonIn.Infrastructure.Documents.Pdf;

/// <summary>Makes a PDF in memory, fonts embedded.</summary>
internal static class PdfFile
{
    /// <param name="title">For the reader's window and lists of files: never a buyer's name.</param>
    public static byte[] Write(string title, PageSize size, IEnumerable<Action<Sheet>> pages)
    {
        using var target = new MemoryStream();
        var metadata = new SKDocumentPdfMetadata { Title = title, Creator = "AmazonIn", RasterDpi = 300, EncodingQuality = 101 };
        using (var document = SKDocument.CreatePdf(target, metadata))
        {
            foreach (var draw in pages)
            {
                draw(new Sheet(document.BeginPage(size.Width, size.Height), size));
                document.EndPage();
            }

            document.Close();
        }

        return target.ToArray();
    }
}
