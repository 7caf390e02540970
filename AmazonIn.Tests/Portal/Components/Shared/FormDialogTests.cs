using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Portal.Components.Shared;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AmazonIn.Tests.Portal.Components.Shared;

/// <summary>What every dialog promises that does something.</summary>
[Trait("Row", "A5")]
public sealed class FormDialogTests : PortalContext
{
    private readonly TaskCompletionSource<Error?> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _begun;
    private CancellationToken _open;

    [Fact]
    public async Task A_second_click_does_nothing_while_the_first_is_at_work_nor_after_it_closed_the_dialog()
    {
        var (page, shown) = await OpenAsync(dialog => dialog.EndAsync(_end.Task));

        page.Find("#do").Click();
        page.Find("#do").Click();
        Assert.Equal(1, _begun);
        Assert.Equal("busy", page.Find("#state").TextContent);

        _end.SetResult(null);
        var result = await shown.Result;
        Assert.Equal("done", result?.Data);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#do")));
        Assert.Equal(1, _begun);
    }

    [Fact]
    public async Task A_refusal_stands_at_its_field_and_may_be_mended()
    {
        var (page, _) = await OpenAsync(_ => Task.FromResult<Error?>(new Error("user.email-taken", "Somebody has it.")));

        await page.Find("#do").ClickAsync();

        Assert.Equal("idle", page.Find("#state").TextContent);
        Assert.Equal("Somebody has it.", page.Find("#words").TextContent);
        Assert.Equal("Somebody has it.", page.Find("#below").TextContent);
        Assert.Empty(page.Find("#at").TextContent);
        await page.Find("#do").ClickAsync();
        Assert.Equal(2, _begun);
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_no_fault_of_ours()
    {
        var (page, _) = await OpenAsync(_ => throw new ConcurrentChangeException());

        await page.Find("#do").ClickAsync();

        Assert.StartsWith("Somebody else changed this", page.Find("#words").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Find("#fault").TextContent);
    }

    [Fact]
    public async Task A_fault_of_ours_gives_a_reference_and_nothing_of_its_inside()
    {
        var (page, _) = await OpenAsync(_ => throw new InvalidOperationException("boom asha@example.com"));

        await page.Find("#do").ClickAsync();

        Assert.Matches("^It could not be done\\. .* Reference [0-9a-f]{8}\\.$", page.Find("#words").TextContent);
        Assert.DoesNotContain("boom", page.Markup, StringComparison.Ordinal);
        Assert.Equal("idle", page.Find("#state").TextContent);
    }

    [Fact]
    public async Task Whoever_turns_away_ends_what_was_begun()
    {
        var (page, shown) = await OpenAsync(dialog => dialog.EndAsync(_end.Task));
        page.Find("#do").Click();
        Assert.False(_open.IsCancellationRequested);

        await page.InvokeAsync(shown.Close);

        page.WaitForAssertion(() => Assert.True(_open.IsCancellationRequested));
    }

    private async Task<(IRenderedComponent<MudDialogProvider> Page, IDialogReference Shown)> OpenAsync(Func<OneThing, Task<Error?>> work)
    {
        var page = Render<MudDialogProvider>();
        var parameters = new DialogParameters<OneThing>
        {
            {
                dialog => dialog.Work, (one, open) =>
                {
                    (_begun, _open) = (_begun + 1, open);
                    return work(one);
                }
            },
        };
        var shown = await page.InvokeAsync(
            () => Services.GetRequiredService<IDialogService>().ShowAsync<OneThing>("One thing", parameters));
        page.WaitForElement("#do");
        return (page, shown);
    }

    private sealed class OneThing : FormDialog
    {
        [Parameter]
        public Func<OneThing, CancellationToken, Task<Error?>> Work { get; set; } = null!;

        public async Task<Error?> EndAsync(Task<Error?> end)
        {
            var refusal = await end.WaitAsync(Open);
            if (refusal is null)
            {
                CloseWith("done");
            }

            return refusal;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "id", "do");
            builder.AddAttribute(
                2, "onclick", EventCallback.Factory.Create(this, () => TryAsync("It could not be done.", _ => Work(this, Open))));
            builder.CloseElement();
            builder.AddContent(3, Words("state", Busy ? "busy" : "idle"));
            builder.AddContent(4, Words("words", Refusal));
            builder.AddContent(5, Words("fault", Fault?.What));
            builder.AddContent(6, Words("at", ErrorAt("user.email")));
            builder.AddContent(7, Words("below", ErrorBelow("user.email")));
        }

        private static RenderFragment Words(string id, string? text) => builder =>
        {
            builder.OpenElement(0, "p");
            builder.AddAttribute(1, "id", id);
            builder.AddContent(2, text);
            builder.CloseElement();
        };
    }
}
