using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace AmazonIn.Portal.Components.Account;

/// <summary>One field of an account form.</summary>
public sealed partial class Field
{
    /// <summary>Id of the input; hint and error are named after it.</summary>
    [Parameter]
    [EditorRequired]
    public required string Id { get; set; }

    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    /// <summary>What to enter, where the label does not say it.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Which property of the form's model the input is bound to.</summary>
    [Parameter]
    [EditorRequired]
    public required string Property { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [CascadingParameter]
    private EditContext Form { get; set; } = null!;

    private List<string> Messages => [.. Form.GetValidationMessages(Form.Field(Property))];

    private bool Wrong => Messages.Count > 0;
}
