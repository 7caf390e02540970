using AmazonIn.Domain.Common;
using Microsoft.AspNetCore.Components.Forms;

namespace AmazonIn.Portal.Components.Account;

/// <summary>Puts a refusal beside the field it is about, or above the form where it is about none.</summary>
internal sealed class FormErrors(EditContext form)
{
    private readonly ValidationMessageStore messages = new(form);

    /// <summary>A refusal that concerns no single field.</summary>
    public string? Summary { get; private set; }

    /// <param name="fields">Beginnings of error codes, each with the property it belongs to.</param>
    public void Add(Error error, params (string Code, string Property)[] fields)
    {
        var property = fields.FirstOrDefault(field => error.Code.StartsWith(field.Code, StringComparison.Ordinal)).Property;
        if (property is null)
        {
            Summary = error.Message;
        }
        else
        {
            Add(property, error.Message);
        }
    }

    public void Add(string property, string message)
    {
        messages.Add(form.Field(property), message);
        form.NotifyValidationStateChanged();
    }

    public void Summarize(string message) => Summary = message;
}
