using System.Text.Encodings.Web;
using System.Text.Json;

using Microsoft.AspNetCore.Http;

namespace AmazonIn.Infrastructure.Sandbox.Wire;

/// <summary>Writes JSON answers as Amazon does: UTF-8, unescaped, no byte order mark.</summary>
internal static class Answer
{
    public static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static Task JsonAsync(HttpContext http, int status, Action<Utf8JsonWriter> write)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        using (var writer = new Utf8JsonWriter(http.Response.BodyWriter, WriterOptions))
        {
            write(writer);
        }

        return FlushAsync(http);
    }

    public static Task ErrorAsync(HttpContext http, ApiError error)
    {
        http.Response.Headers["x-amzn-ErrorType"] = error.Code;
        return JsonAsync(http, error.Status, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("errors");
            writer.WriteStartObject();
            writer.WriteString("code", error.Code);
            writer.WriteString("message", error.Message);
            writer.WriteString("details", error.Details);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static async Task FlushAsync(HttpContext http) =>
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
}
