using System.Text;

namespace AmazonIn.Infrastructure.Sandbox.Reports;

/// <summary>
/// Writes Amazon's flat files: tabs between, a line each, nothing quoted. Rows gather in memory until they are
/// flushed, so that rows of many orders are drawn without waiting for the network.
/// </summary>
internal sealed class ReportRowWriter(Encoding encoding)
{
    private const int Enough = 64 * 1024;

    private readonly StringBuilder text = new();

    public bool IsFull => text.Length > Enough;

    public void Row(params ReadOnlySpan<string?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0)
            {
                text.Append('\t');
            }

            foreach (var character in values[i].AsSpan())
            {
                text.Append(character is '\t' or '\r' or '\n' ? ' ' : character);
            }
        }

        text.Append('\n');
    }

    public async Task FlushAsync(Stream output, CancellationToken cancellationToken)
    {
        var bytes = encoding.GetBytes(text.ToString());
        text.Clear();
        await output.WriteAsync(bytes, cancellationToken);
    }
}
