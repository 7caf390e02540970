namespace AmazonIn.Infrastructure.Sandbox.Seed;

/// <summary>
/// SplitMix64: eight bytes of state, so that each order and listing can have a stream of its own and be drawn
/// alone, in any order, always the same. Not for secrets.
/// </summary>
internal struct Rng(ulong state)
{
    public static Rng For(int seed, int stream, long index) =>
        new(Mix((ulong)(uint)seed ^ Mix(((ulong)(uint)stream << 40) ^ (ulong)index)));

    public ulong Next() => Mix(state += 0x9E3779B97F4A7C15);

    /// <summary>A number from 0 to below <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    public int Between(int least, int most) => least + Below(most - least + 1);

    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
