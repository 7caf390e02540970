using System.Text.Json;
using AmazonIn.Domain.Common;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>
/// Reads a call's JSON body strictly. A member that the call does not know, or one that is there twice, is refused by
/// name: guessing which one was meant is how wrong things get saved.
/// </summary>
internal static class RequestBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>The body as <typeparamref name="T"/>, a record whose members are all optional.</summary>
    public static async Task<Result<T>> ReadAsync<T>(HttpContext context)
        where T : class
    {
        if (!context.Request.HasJsonContentType())
        {
            return Refusal("Send the body as JSON, with the header “Content-Type: application/json”.");
        }

        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var members = options.GetTypeInfo(typeof(T)).Properties.Select(property => property.Name).ToList();
        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, Strict, context.RequestAborted);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Refusal($"The body must be a JSON object with the members {string.Join(", ", members)}.");
            }

            var unknown = document.RootElement.EnumerateObject()
                .Select(property => property.Name)
                .FirstOrDefault(name => !members.Contains(name));
            if (unknown is not null)
            {
                return Refusal(
                    $"The member “{(unknown.Length <= 40 ? unknown : unknown[..40] + "…")}” is not known; "
                    + $"this call takes {string.Join(", ", members)}.");
            }

            return document.Deserialize<T>(options) is { } body
                ? body
                : Refusal($"The body must be a JSON object with the members {string.Join(", ", members)}.");
        }
        catch (JsonException exception) when (exception.Path is { Length: > 2 } path)
        {
            // The reader's own message may quote the value, which may be a token.
            return Refusal($"The member “{path[2..]}” holds a value of the wrong kind.");
        }
        catch (JsonException)
        {
            return Refusal("The body is not well-formed JSON, or a member is in it twice.");
        }
    }

    public static Error Missing(string member) => Refusal($"The member “{member}” is missing.");

    public static Error Refusal(string message) => new("request.body", message);
}
