using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.ApiKeys;

/// <summary>Makes an API key and shows it once.</summary>
public sealed partial class CreateApiKeyDialog
{
    private static readonly int[] Lifetimes = [30, 90, 180, 365];
    private static readonly string[] FieldCodes = ["api-key.name", "api-key.scope", "api-key.lifetime", "api-key.expiry"];

    private readonly HashSet<string> scopes = new(StringComparer.Ordinal);
    private ElementReference field;
    private Actor? actor;
    private string name = string.Empty;
    private int days = 90;
    private CreatedApiKey? created;

    [Inject]
    private CreateApiKey CreateApiKey { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private string? FormError =>
        Error is not null && FieldCodes.All(code => ErrorBelow(code) is null) ? Error.Message : null;

    protected override async Task OnInitializedAsync() => actor = await CurrentActor.GetAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await field.FocusAsync();
        }
    }

    private void Toggle(string scope)
    {
        if (!scopes.Remove(scope))
        {
            scopes.Add(scope);
        }
    }

    private Task CreateAsync() => TryAsync("The key could not be created.", async maker =>
    {
        // A second click would make another one.
        if (created is not null)
        {
            return null;
        }

        var result = await CreateApiKey.RunAsync(
            maker, name, [.. ApiScope.All.Where(scopes.Contains)], TimeSpan.FromDays(days), Open);
        created = result.Value;
        return result.Error;
    });
}
