using AmazonIn.Portal.Components.Shared;
using Bunit;

namespace AmazonIn.Tests.Portal.Components.Shared;

public sealed class PartsTests : PortalContext
{
    [Fact]
    [Trait("Row", "A5")]
    public void A_state_is_an_icon_and_a_word_never_colour_alone()
    {
        var chip = Render<StatusChip>(chip => chip.Add(part => part.Text, "Failed").Add(part => part.Kind, StatusKind.Error));

        Assert.Equal("Failed", chip.Find(".status").TextContent.Trim());
        Assert.NotNull(chip.Find("svg"));
    }

    [Fact]
    [Trait("Row", "A5")]
    public void A_missing_amount_is_said_in_words_to_who_cannot_see_the_dash()
    {
        var money = Render<Money>(money => money.Add(part => part.Amount, null).Add(part => part.Currency, "INR"));

        Assert.Contains("no amount", money.Markup, StringComparison.Ordinal);
        Assert.Contains("—", money.Markup, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "A5")]
    public void A_relative_time_grows_with_the_clock_and_carries_the_exact_one()
    {
        var time = Render<RelativeTime>(time => time.Add(part => part.At, Clock.GetUtcNow().AddMinutes(-12)));
        Assert.StartsWith("12 min ago", time.Find("time").TextContent, StringComparison.Ordinal);
        Assert.Equal("23 Nov 2026, 13:53", time.Find("time").GetAttribute("data-tip"));
        Assert.Equal("2026-11-23T08:23:00Z", time.Find("time").GetAttribute("datetime"));
        Assert.Equal("0", time.Find("time").GetAttribute("tabindex"));

        Clock.Advance(TimeSpan.FromMinutes(1));

        time.WaitForAssertion(() => Assert.StartsWith("13 min ago", time.Find("time").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Amazon IN", "AI")]
    [InlineData("Meera", "M")]
    [InlineData("मीरा हैंडलूम्स", "मीहैं")]
    [InlineData("— & co", "C")]
    public void A_monogram_takes_whole_letters_of_any_script(string name, string letters)
    {
        Assert.Equal(letters, Monogram.Of(name));
    }

    [Fact]
    [Trait("Row", "A5")]
    public void Loading_again_keeps_what_is_on_the_screen()
    {
        var answers = new Queue<Task<string?>>([Task.FromResult<string?>("first"), new TaskCompletionSource<string?>().Task]);
        var loader = Render<Loader<string>>(loader => loader
            .Add(part => part.What, "The thing")
            .Add(part => part.Load, _ => answers.Dequeue())
            .Add(part => part.ChildContent, text => builder => builder.AddContent(0, text)));

        _ = loader.Instance.ReloadAsync();

        Assert.Contains("first", loader.Markup, StringComparison.Ordinal);
        Assert.Empty(answers);
    }

    [Fact]
    [Trait("Row", "A5")]
    public void While_loading_the_shape_of_the_page_stands_there()
    {
        var loader = Render<Loader<string>>(loader => loader
            .Add(part => part.What, "The thing")
            .Add(part => part.Load, _ => new TaskCompletionSource<string?>().Task)
            .Add(part => part.ChildContent, text => builder => builder.AddContent(0, text)));

        Assert.NotEmpty(loader.FindAll(".skeleton-row"));
        Assert.Contains("Loading", loader.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }
}
