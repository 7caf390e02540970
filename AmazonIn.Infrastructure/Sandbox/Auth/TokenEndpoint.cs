using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Wire;

using Microsoft.AspNetCore.Http;

namespace AmazonIn.Infrastructure.Sandbox.Auth;

/// <summary>Login with Amazon's token endpoint, for form and JSON bodies.</summary>
internal sealed class TokenEndpoint(AuthorizationServer server)
{
    public async Task HandleAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var fields = await ReadFieldsAsync(http);
        if (fields is null)
        {
            await RefuseAsync(http, 400, "invalid_request", "The request body must be a form or a JSON object.");
            return;
        }

        if (!fields.TryGetValue("grant_type", out var grantType))
        {
            await RefuseMissingAsync(http, "grant_type");
            return;
        }

        if (Missing(fields, "client_id", "client_secret") is { } absent)
        {
            await RefuseMissingAsync(http, absent);
            return;
        }

        if (fields["client_id"] != DemoIdentities.ClientId || fields["client_secret"] != DemoIdentities.ClientSecret)
        {
            await RefuseAsync(http, 401, "invalid_client", "Client authentication failed");
            return;
        }

        await (grantType switch
        {
            "refresh_token" => RefreshAsync(http, fields),
            "authorization_code" => RedeemCodeAsync(http, fields),
            "client_credentials" => GrantlessAsync(http, fields),
            _ => RefuseAsync(http, 400, "unsupported_grant_type", "The grant type is not supported."),
        });
    }

    /// <summary>What the endpoint says when the fault <c>unauthorized</c> strikes it.</summary>
    public static Task RefuseRevokedAsync(HttpContext http) => RefuseAsync(
        http,
        400,
        "invalid_grant",
        "The request has an invalid grant parameter : refresh_token. " +
        "User may have revoked or didn't grant the permission.");

    public static Task RefuseAsync(HttpContext http, int status, string error, string description) =>
        Answer.JsonAsync(http, status, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("error", error);
            writer.WriteString("error_description", description);
            writer.WriteEndObject();
        });

    private static Task RefuseMissingAsync(HttpContext http, string parameter) =>
        RefuseAsync(http, 400, "invalid_request", $"The request is missing a required parameter: {parameter}");

    private static string? Missing(Dictionary<string, string> fields, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!fields.ContainsKey(name))
            {
                return name;
            }
        }

        return null;
    }

    private static async Task<Dictionary<string, string>?> ReadFieldsAsync(HttpContext http)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (http.Request.HasFormContentType)
        {
            foreach (var (name, value) in await http.Request.ReadFormAsync(http.RequestAborted))
            {
                fields[name] = value.ToString();
            }

            return fields;
        }

        if (!http.Request.HasJsonContentType())
        {
            return null;
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(
                http.Request.Body,
                cancellationToken: http.RequestAborted);
            if (body.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            foreach (var property in body.RootElement.EnumerateObject())
            {
                if (property.Value.ValueKind == JsonValueKind.String)
                {
                    fields[property.Name] = property.Value.GetString() ?? "";
                }
            }

            return fields;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Task RefreshAsync(HttpContext http, Dictionary<string, string> fields)
    {
        if (fields.ContainsKey("scope"))
        {
            return RefuseAsync(http, 400, "invalid_request", "scope and refresh_token exclude each other.");
        }

        if (!fields.TryGetValue("refresh_token", out var refreshToken))
        {
            return RefuseMissingAsync(http, "refresh_token");
        }

        return server.SellerOf(refreshToken) is { } sellerId
            ? GrantAsync(http, new Grant(sellerId, null), refreshToken)
            : RefuseRevokedAsync(http);
    }

    private Task RedeemCodeAsync(HttpContext http, Dictionary<string, string> fields)
    {
        if (!fields.TryGetValue("code", out var code))
        {
            return RefuseMissingAsync(http, "code");
        }

        return server.RedeemCode(code, fields.GetValueOrDefault("redirect_uri")) is { } sellerId
            ? GrantAsync(http, new Grant(sellerId, null), server.IssueRefreshToken(sellerId))
            : RefuseAsync(http, 400, "invalid_grant", "The request has an invalid grant parameter : code");
    }

    private Task GrantlessAsync(HttpContext http, Dictionary<string, string> fields)
    {
        if (!fields.TryGetValue("scope", out var scope))
        {
            return RefuseMissingAsync(http, "scope");
        }

        return scope.Split(' ').All(AuthorizationServer.Scopes.Contains)
            ? GrantAsync(http, new Grant(null, scope), null)
            : RefuseAsync(http, 400, "invalid_scope", "The request has an invalid parameter : scope");
    }

    private Task GrantAsync(HttpContext http, Grant grant, string? refreshToken)
    {
        var accessToken = server.IssueAccessToken(grant);
        return Answer.JsonAsync(http, 200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("access_token", accessToken);
            if (refreshToken is not null)
            {
                writer.WriteString("refresh_token", refreshToken);
            }

            writer.WriteString("token_type", "bearer");
            writer.WriteNumber("expires_in", (long)server.AccessTokenLifetime.TotalSeconds);
            writer.WriteEndObject();
        });
    }
}
