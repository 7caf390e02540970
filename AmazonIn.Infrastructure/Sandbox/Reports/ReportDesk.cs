using System.Globalization;

namespace AmazonIn.Infrastructure.Sandbox.Reports;

/// <summary>A seller's requested reports, newest last.</summary>
internal sealed class ReportDesk
{
    // A snapshot of many orders is held by each; the oldest go first.
    private const int Most = 100;

    private readonly Lock gate = new();
    private readonly List<Report> reports = [];
    private long lastNumber = 50_000_019_000;

    public Report Add(Func<string, Report> make)
    {
        lock (gate)
        {
            var report = make((++lastNumber).ToString(CultureInfo.InvariantCulture));
            reports.Add(report);
            if (reports.Count > Most)
            {
                reports.RemoveAt(0);
            }

            return report;
        }
    }

    public Report? Find(string id)
    {
        lock (gate)
        {
            return reports.Find(report => report.Id == id);
        }
    }

    /// <summary>Newest first.</summary>
    public List<Report> Newest()
    {
        lock (gate)
        {
            return [.. Enumerable.Reverse(reports)];
        }
    }
}
