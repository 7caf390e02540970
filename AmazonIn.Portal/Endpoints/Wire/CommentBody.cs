namespace AmazonIn.Portal.Endpoints.Wire;

internal sealed record CommentBody(string? Text);
