namespace AmazonIn.Infrastructure.Documents.Pdf;

/// <summary>Lays blocks below each other and begins a page where the next one does not fit.</summary>
/// <param name="top">Where blocks begin on the first page.</param>
/// <param name="topAgain">The same on the pages after it.</param>
/// <param name="bottom">What no block goes below.</param>
internal sealed class PageFlow(float top, float topAgain, float bottom)
{
    private readonly List<List<Action<Sheet>>> pages = [[]];
    private float at = top;
    private (float Height, Action<Sheet, float> Draw)? heading;

    public IReadOnlyList<IReadOnlyList<Action<Sheet>>> Pages => pages;

    /// <param name="draw">Told where its top is.</param>
    public void Add(float height, Action<Sheet, float> draw)
    {
        if (at + height > bottom)
        {
            pages.Add([]);
            at = topAgain;
            if (heading is { } again)
            {
                Place(again.Height, again.Draw);
            }
        }

        Place(height, draw);
    }

    /// <summary>A table begins: its heading stands here and on every page that it goes on to.</summary>
    /// <param name="together">Room for the heading and its first row.</param>
    public void Begin(float height, float together, Action<Sheet, float> draw)
    {
        heading = null;
        if (at + together > bottom)
        {
            pages.Add([]);
            at = topAgain;
        }

        heading = (height, draw);
        Place(height, draw);
    }

    public void End() => heading = null;

    public void Space(float height) => at += height;

    private void Place(float height, Action<Sheet, float> draw)
    {
        var y = at;
        pages[^1].Add(sheet => draw(sheet, y));
        at += height;
    }
}
