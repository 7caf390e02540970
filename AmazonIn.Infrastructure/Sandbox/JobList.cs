using System.Globalization;

namespace AmazonIn.Infrastructure.Sandbox;

/// <summary>Numbered reports or feeds of a seller; the oldest go once there are very many.</summary>
internal sealed class JobList<T>(long firstNumber, int most, Func<T, string> idOf)
    where T : class
{
    private readonly Lock gate = new();
    private readonly List<T> jobs = [];
    private long nextNumber = firstNumber;

    public string NextId()
    {
        lock (gate)
        {
            return nextNumber++.ToString(CultureInfo.InvariantCulture);
        }
    }

    public void Add(T job)
    {
        lock (gate)
        {
            jobs.Add(job);
            if (jobs.Count > most)
            {
                jobs.RemoveAt(0);
            }
        }
    }

    public T? Find(string id)
    {
        lock (gate)
        {
            return jobs.Find(job => idOf(job) == id);
        }
    }

    public List<T> Newest()
    {
        lock (gate)
        {
            return [.. Enumerable.Reverse(jobs)];
        }
    }
}
