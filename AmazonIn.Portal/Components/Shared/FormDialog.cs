using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Components.Shared;

/// <summary>A dialog that does what it was opened for. One that closes itself takes no further click.</summary>
public abstract class FormDialog : FormComponent
{
    private bool closed;

    [CascadingParameter]
    protected IMudDialogInstance Dialog { get; set; } = null!;

    protected override bool Busy => closed || base.Busy;

    /// <summary>Closes the dialog with what came of it.</summary>
    protected void CloseWith(object? result)
    {
        closed = true;
        Dialog.Close(DialogResult.Ok(result));
    }
}
