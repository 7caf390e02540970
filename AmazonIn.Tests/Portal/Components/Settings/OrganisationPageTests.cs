using AmazonIn.Domain.Access;
using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Tax;
using AmazonIn.Domain.UseCases.Organisations;
using AmazonIn.Portal.Features.Settings;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.Settings;

public sealed class OrganisationPageTests : ShopContext, IOrganisationStore
{
    private Organisation? stored = new("Meera Crafts", "INR", GstState.Find("29"), "Asia/Kolkata", taxRatesEnabled: true);
    private Exception? onSave;
    private Exception? onFind;

    public OrganisationPageTests()
    {
        Services.AddSingleton<IOrganisationStore>(this);
        Services.AddTransient<SaveOrganisation>();
    }

    Task<Organisation?> IOrganisationStore.FindAsync(CancellationToken cancellationToken) =>
        onFind is null ? Task.FromResult(stored) : Task.FromException<Organisation?>(onFind);

    Task IOrganisationStore.SaveAsync(Organisation organisation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (onSave is not null)
        {
            return Task.FromException(onSave);
        }

        stored = organisation;
        return Task.CompletedTask;
    }

    [Fact]
    [Trait("Row", "P1")]
    [Trait("Row", "P2")]
    [Trait("Row", "P3")]
    public void Currency_home_state_zone_and_tax_rates_are_set_here()
    {
        stored = new Organisation("Meera Crafts", "AED", null, "Asia/Dubai", taxRatesEnabled: false);
        var page = Open();
        Assert.Contains("Orders are synced once it is set.", page.Markup, StringComparison.Ordinal);

        page.Find("#organisation-name").Input("Meera Exports");
        page.Find("#organisation-home-state").Change("29");
        page.Find("#organisation-currency").Change("INR");
        page.Find("#organisation-time-zone").Change("Asia/Kolkata");
        page.Find("input[role=switch]").Change(true);
        page.Find("form").Submit();

        Assert.Equal("Meera Exports", stored!.Name);
        Assert.Equal("29", stored.HomeState!.Code);
        Assert.Equal("INR", stored.BaseCurrency);
        Assert.Equal("Asia/Kolkata", stored.TimeZone);
        Assert.True(stored.TaxRatesEnabled);
        page.WaitForAssertion(() => Assert.Equal("Saved", page.Find(".form-foot [role=status]").TextContent));
        Assert.Contains("Reload to show dates and amounts anew", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Row", "T4")]
    [InlineData("29", "carry CGST0 and SGST0, all others IGST0.")]
    [InlineData("07", "Delhi has a legislature, so by law it levies SGST, not UTGST (CGST Act s. 2(103)).")]
    [InlineData("04", "carry CGST0 and UTGST0, all others IGST0.")]
    public void What_a_home_state_means_is_said_while_it_is_chosen(string code, string words)
    {
        var page = Open();

        page.Find("#organisation-home-state").Change(code);

        Assert.Contains(words, page.Find("#organisation-home-state-hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_stands_beside_its_field_and_what_was_typed_stays()
    {
        var page = Open();

        page.Find("#organisation-name").Input("   ");
        page.Find("form").Submit();

        Assert.Contains("Enter the organisation's name", page.Find("#organisation-name-error").TextContent, StringComparison.Ordinal);
        var field = page.Find("#organisation-name");
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Equal("organisation-name-error", field.GetAttribute("aria-describedby"));
        Assert.Equal("   ", field.GetAttribute("value"));
        Assert.Equal("Meera Crafts", stored!.Name);
    }

    [Fact]
    [Trait("Row", "P1")]
    public void The_base_currency_stays_while_a_channel_is_connected()
    {
        Connected();

        var page = Open();

        Assert.True(page.Find("#organisation-currency").HasAttribute("disabled"));
        Assert.Contains("stays while a channel is connected", page.Find("#organisation-currency-hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_elses_save_is_not_overwritten_unasked()
    {
        var page = Open();
        page.Find("#organisation-name").Input("Mine");
        stored = Saved("Theirs", version: 7);

        page.Find("form").Submit();

        Assert.Equal("Theirs", stored!.Name);
        Assert.Contains("Somebody else saved the organisation", page.Find(".notice.warning").TextContent, StringComparison.Ordinal);
        Assert.Equal("Mine", page.Find("#organisation-name").GetAttribute("value"));

        page.FindAll(".notice-actions button")[0].Click();
        page.WaitForAssertion(() => Assert.Equal("Theirs", page.Find("#organisation-name").GetAttribute("value")));
    }

    [Fact]
    public void A_person_may_save_over_somebody_elses_after_reading_so()
    {
        var page = Open();
        page.Find("#organisation-name").Input("Mine");
        stored = Saved("Theirs", version: 7);
        page.Find("form").Submit();

        page.FindAll(".notice-actions button")[1].Click();

        page.WaitForAssertion(() => Assert.Equal("Mine", stored!.Name));
    }

    [Fact]
    public void A_clash_that_the_store_reports_is_said_in_the_same_words()
    {
        var page = Open();
        page.Find("#organisation-name").Input("Mine");
        onSave = new ConcurrentChangeException();

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains(
            "Somebody else saved the organisation", page.Find(".notice.warning").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_fault_while_saving_says_so_and_keeps_what_was_typed()
    {
        var page = Open();
        page.Find("#organisation-name").Input("Mine");
        onSave = new IOException("secret detail");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("The organisation could not be saved.", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("secret detail", page.Markup, StringComparison.Ordinal);
        Assert.Equal("Mine", page.Find("#organisation-name").GetAttribute("value"));
    }

    [Fact(Timeout = 30_000)]
    public async Task Leaving_with_something_unsaved_asks_first()
    {
        var page = Open();
        page.Find("#organisation-name").Input("Mine");

        Navigation.NavigateTo("/items");

        page.WaitForAssertion(() => Assert.Contains("Leave without saving?", page.Markup, StringComparison.Ordinal));
        page.FindAll(".mud-dialog-actions button").First(button => button.TextContent.Trim() == "Stay").Click();
        await EndedAsync(NavigationState.Prevented, TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = 30_000)]
    public async Task Leaving_is_possible_after_agreeing_and_asks_nothing_when_nothing_changed()
    {
        var page = Open();
        page.Find("#organisation-name").Input("Mine");
        Navigation.NavigateTo("/items");
        page.WaitForAssertion(() => Assert.Contains("Leave without saving?", page.Markup, StringComparison.Ordinal));
        page.FindAll(".mud-dialog-actions button").First(button => button.TextContent.Trim() == "Leave without saving").Click();
        await EndedAsync(NavigationState.Succeeded, TestContext.Current.CancellationToken);

        Open();
        Navigation.NavigateTo("/customers");

        Assert.EndsWith("/customers", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Undo_brings_back_what_is_saved()
    {
        var page = Open();
        page.Find("#organisation-name").Input("Mine");
        Assert.Equal("Not saved yet", page.Find(".form-foot [role=status]").TextContent);

        page.FindAll(".form-foot button")[1].Click();

        Assert.Equal("Meera Crafts", page.Find("#organisation-name").GetAttribute("value"));
        Assert.True(page.Find(".form-foot button").HasAttribute("disabled"));
    }

    [Fact]
    [Trait("Row", "A1")]
    public void Who_may_not_change_it_reads_it()
    {
        SignIn(Role.Viewer);

        var page = Open();

        Assert.Empty(page.FindAll("form"));
        Assert.Equal(
            ["Meera Crafts", "Karnataka (29)", "INR", "Asia/Kolkata", "On", "Nobody named yet"],
            page.FindAll("dd").Select(value => value.TextContent));
    }

    [Fact]
    public void A_fault_while_loading_is_said()
    {
        onFind = new TimeoutException();

        Assert.Contains("The organisation could not be loaded.", Open().Markup, StringComparison.Ordinal);
    }

    private static Organisation Saved(string name, int version)
    {
        var organisation = new Organisation(name, "INR", GstState.Find("29"), "Asia/Kolkata", taxRatesEnabled: true);
        typeof(Organisation).GetProperty(nameof(Organisation.Version))!.SetValue(organisation, version);
        return organisation;
    }

    // Nothing is rendered when an attempt ends, so there is no render to wait for.
    private async Task EndedAsync(NavigationState state, CancellationToken cancellationToken)
    {
        while (LastAttempt.State != state)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private NavigationHistory LastAttempt => ((BunitNavigationManager)Navigation).History.First();

    private IRenderedComponent<Host> Open()
    {
        // A page that a test opened before has left by now, as in a browser.
        DisposeComponentsAsync().GetAwaiter().GetResult();
        Navigation.NavigateTo("/settings/organisation");
        return RenderPage<OrganisationPage>();
    }
}
