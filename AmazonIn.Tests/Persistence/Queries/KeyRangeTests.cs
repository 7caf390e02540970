using System.Text;
using AmazonIn.Infrastructure.Persistence.Queries;

namespace AmazonIn.Tests.Persistence.Queries;

public sealed class KeyRangeTests
{
    [Theory]
    [InlineData("403-", "403-1234567-1234567")]
    [InlineData("A", "A\uFFFD")]
    [InlineData("A", "A🧵")]
    [InlineData("🧵", "🧵-1")]
    [InlineData("कु", "कुर्ता")]
    [InlineData("x\uD7FF", "x\uD7FF1")]
    [InlineData("x\U0010FFFF", "x\U0010FFFFz")]
    [InlineData("\U0010FFFF", "\U0010FFFFz")]
    [InlineData("", "anything")]
    public void What_begins_with_the_prefix_is_in_its_range(string prefix, string text)
    {
        var range = KeyRange.StartingWith(prefix);

        Assert.True(Compare(range.From, text) <= 0);
        Assert.True(range.Below is null || Compare(text, range.Below) < 0);
    }

    [Theory]
    [InlineData("403-", "403")]
    [InlineData("403-", "403.")]
    [InlineData("403-", "404-1234567-1234567")]
    [InlineData("A", "B")]
    [InlineData("A", "a")]
    [InlineData("🧵", "🧶")]
    public void What_does_not_is_outside(string prefix, string text)
    {
        var range = KeyRange.StartingWith(prefix);

        Assert.False(Compare(range.From, text) <= 0 && Compare(text, range.Below!) < 0);
    }

    // As SQLite compares: UTF-8, byte by byte.
    private static int Compare(string one, string other) =>
        Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other));
}
