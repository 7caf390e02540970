using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace AmazonIn.Infrastructure.SpApi.Reports;

/// <summary>Splits a stream into lines of bytes, so that each can be decoded by itself and memory stays flat.</summary>
internal static class ReportLines
{
    private const int MaxLine = 1024 * 1024;

    /// <exception cref="InvalidDataException">A line is longer than any row can be.</exception>
    public static async IAsyncEnumerable<string> ReadAsync(
        Stream stream,
        ReportCharset charset,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        try
        {
            var first = true;
            while (true)
            {
                var read = await pipe.ReadAsync(cancellationToken);
                var rest = read.Buffer;
                while (rest.PositionOf((byte)'\n') is { } end)
                {
                    yield return Text(rest.Slice(0, end), charset, first);
                    first = false;
                    rest = rest.Slice(rest.GetPosition(1, end));
                }

                if (read.IsCompleted)
                {
                    if (!rest.IsEmpty)
                    {
                        yield return Text(rest, charset, first);
                    }

                    yield break;
                }

                if (rest.Length > MaxLine)
                {
                    throw new InvalidDataException("A line of the report is too long to be one.");
                }

                pipe.AdvanceTo(rest.Start, rest.End);
            }
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    private static string Text(ReadOnlySequence<byte> line, ReportCharset charset, bool first)
    {
        var text = charset.Decode(line.IsSingleSegment ? line.FirstSpan : line.ToArray());
        return (first ? text.TrimStart('\uFEFF') : text).TrimEnd('\r');
    }
}
