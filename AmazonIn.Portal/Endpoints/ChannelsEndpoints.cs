using AmazonIn.Domain.Access;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Channels;
using AmazonIn.Domain.UseCases.Connect;
using AmazonIn.Portal.Endpoints.Wire;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Endpoints;

internal static class ChannelsEndpoints
{
    private const string Reading = "channels:read";
    private const string Writing = "channels:write";

    public static void MapChannels(this IEndpointRouteBuilder api)
    {
        var channels = api.MapGroup("/channels").WithTags("Channels");
        channels.MapGet("", ListAsync)
            .Needs(Permission.ViewChannels, Reading)
            .TakesPage()
            .WithSummary("All connected seller accounts, by the time they were connected");
        channels.MapGet("/{id:long}", FindAsync)
            .Needs(Permission.ViewChannels, Reading)
            .WithSummary("One connected seller account")
            .ProducesProblem(StatusCodes.Status404NotFound);
        channels.MapPost("", ConnectAsync)
            .Needs(Permission.ManageChannels, Writing)
            .WithSummary("Connect a seller account")
            .WithDescription(
                "Authenticates with Amazon before anything is stored, then starts the first sync of items and orders. "
                + "For a channel that needs attention the same call renews its authorisation and answers 200.")
            .Accepts<ConnectBody>("application/json")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        channels.MapPatch("/{id:long}", ChangeAsync)
            .Needs(Permission.ManageChannels, Writing)
            .WithSummary("Rename a channel")
            .Accepts<ChannelChangeBody>("application/json")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<ListJson<ChannelJson>>, ProblemHttpResult>> ListAsync(
        HttpContext context,
        IChannelQueries channels,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var page = query.Page();
        if (query.Problem is { } problem)
        {
            return problem.ToProblem();
        }

        var rows = await channels.ListAsync(cancellationToken);
        return TypedResults.Ok(ListJson.Page(rows, page, row => row.Id, ChannelJson.Of));
    }

    private static async Task<Results<Ok<ChannelJson>, ProblemHttpResult>> FindAsync(
        long id,
        IChannelQueries channels,
        CancellationToken cancellationToken) =>
        await channels.FindAsync(id, cancellationToken) is { } channel
            ? TypedResults.Ok(ChannelJson.Of(channel))
            : Error.NotFound("The channel").ToProblem();

    private static async Task<Results<Created<ChannelJson>, Ok<ChannelJson>, ProblemHttpResult>> ConnectAsync(
        HttpContext context,
        ICurrentActor actors,
        ConnectChannel connect,
        IChannelQueries channels,
        CancellationToken cancellationToken)
    {
        var read = await RequestBody.ReadAsync<ConnectBody>(context);
        if (!read.Succeeded)
        {
            return read.Error.ToProblem();
        }

        var body = read.Value;
        if (body.MarketplaceId is null || body.SellerId is null || body.Token is null)
        {
            return RequestBody.Missing(
                body.MarketplaceId is null ? "marketplaceId" : body.SellerId is null ? "sellerId" : "token").ToProblem();
        }

        var request = new ConnectRequest(body.MarketplaceId, body.SellerId, body.Token, body.Name);
        var connected = await connect.RunAsync(await actors.GetAsync(), request, cancellationToken);
        if (!connected.Succeeded)
        {
            return connected.Error.ToProblem();
        }

        if (await channels.FindAsync(connected.Value.Id, cancellationToken) is not { } channel)
        {
            return Error.NotFound("The channel").ToProblem();
        }

        var json = ChannelJson.Of(channel);
        return IsNew(connected.Value)
            ? TypedResults.Created($"{ApiGroup.Prefix}/channels/{json.Id}", json)
            : TypedResults.Ok(json);
    }

    private static async Task<Results<Ok<ChannelJson>, ProblemHttpResult>> ChangeAsync(
        long id,
        HttpContext context,
        ICurrentActor actors,
        RenameChannel rename,
        IChannelQueries channels,
        CancellationToken cancellationToken)
    {
        var read = await RequestBody.ReadAsync<ChannelChangeBody>(context);
        if (!read.Succeeded)
        {
            return read.Error.ToProblem();
        }

        if (read.Value.Name is { } name)
        {
            var renamed = await rename.RunAsync(await actors.GetAsync(), id, name, cancellationToken);
            if (!renamed.Succeeded)
            {
                return renamed.Error.ToProblem();
            }
        }

        return await FindAsync(id, channels, cancellationToken);
    }

    // A renewed authorisation is later than the connection.
    private static bool IsNew(SalesChannel channel) => channel.ConnectedAt == channel.AuthorizedAt;
}
