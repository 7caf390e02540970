namespace AmazonIn.Tests.Outward;

/// <summary>The process dies: what it was told last was never written down.</summary>
internal sealed class SuddenDeathException : Exception
{
    public SuddenDeathException()
        : base("The process died.")
    {
    }
}

/// <summary>
/// Lets the process die right after the marketplace has answered a call that changes something, before anybody here
/// has seen the answer.
/// </summary>
internal sealed class SuddenDeath : DelegatingHandler
{
    private readonly Reaper _reaper;

    public SuddenDeath(Reaper reaper) => _reaper = reaper;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (request.Method != HttpMethod.Get && !request.RequestUri!.AbsolutePath.StartsWith("/auth/", StringComparison.Ordinal))
        {
            if (_reaper.Comes())
            {
                response.Dispose();
                throw new SuddenDeathException();
            }
        }

        return response;
    }

    /// <summary>Decides when.</summary>
    internal sealed class Reaper
    {
        private int _after = -1;

        /// <summary>How often the process died.</summary>
        public int Deaths { get; private set; }

        /// <summary>Lets the process die after so many more answers; 0 is the next one.</summary>
        public void ComeAfter(int answers) => _after = answers;

        public void Leave() => _after = -1;

        public bool Comes()
        {
            if (_after < 0 || _after-- > 0)
            {
                return false;
            }

            Deaths++;
            return true;
        }
    }
}
