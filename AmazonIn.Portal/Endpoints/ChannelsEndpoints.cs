using AmazonIn.Domain.Access;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Channels;
using AmazonIn.Domain.UseCases.Connect;
using AmazonIn.Domain.UseCases.StockPushes;
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
                + "For a channel that needs attention the same call renews its authorisation and answers 200; an account that "
                + "was disconnected takes its old place.")
            .Accepts<ConnectBody>("application/json")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        channels.MapPatch("/{id:long}", ChangeAsync)
            .Needs(Permission.ManageChannels, Writing)
            .WithSummary("Rename a channel, switch its stock sync, or map it to a warehouse")
            .WithDescription(
                "What is left out stays. `stockSync: true` sends every quantity anew. `warehouseId: null` takes the mapping away: orders are tracked in the primary "
                + "warehouse again and stock is the whole organisation's.")
            .Accepts<ChannelChangeBody>("application/json")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        channels.MapPost("/{id:long}/disable", DisableAsync)
            .Needs(Permission.ManageChannels, Writing)
            .WithSummary("Put a channel to rest")
            .WithDescription("Nothing is fetched and nothing is sent until it is enabled; its data stays. Twice is as once.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        channels.MapPost("/{id:long}/enable", EnableAsync)
            .Needs(Permission.ManageChannels, Writing)
            .WithSummary("Wake a channel")
            .WithDescription(
                "Fetches what changed at Amazon since the last sync, orders first; then what waits goes out with its "
                + "present figures. Twice is as once.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        channels.MapDelete("/{id:long}", DisconnectAsync)
            .Needs(Permission.ManageChannels, Writing)
            .WithSummary("Disconnect a channel for good")
            .WithDescription(
                "Destroys its credentials, its buyers' personal data, its listings and its sync history, and says what was "
                + "removed. Sales orders, items, customers and the stock ledger stay. Cannot be undone; a second call "
                + "finishes one that was broken off.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
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
        MapWarehouse mapWarehouse,
        SetStockSync setStockSync,
        IChannelQueries channels,
        CancellationToken cancellationToken)
    {
        var read = await RequestBody.ReadAsync<ChannelChangeBody>(context);
        if (!read.Succeeded)
        {
            return read.Error.ToProblem();
        }

        // What can be refused by its looks is refused before anything is changed.
        var body = read.Value;
        if (body.Name is { } text && RenameChannel.Check(text) is { } nameless)
        {
            return nameless.ToProblem();
        }

        var actor = await actors.GetAsync();
        if (body.MapsWarehouse
            && (await mapWarehouse.RunAsync(actor, id, body.WarehouseId, cancellationToken)).Error is { } unmapped)
        {
            return unmapped.ToProblem();
        }

        if (body.StockSync is { } on && (await setStockSync.RunAsync(actor, id, on, cancellationToken)).Error is { } unswitched)
        {
            return unswitched.ToProblem();
        }

        if (body.Name is { } name && (await rename.RunAsync(actor, id, name, cancellationToken)).Error is { } unnamed)
        {
            return unnamed.ToProblem();
        }

        return await FindAsync(id, channels, cancellationToken);
    }

    private static async Task<Results<Ok<ChannelJson>, ProblemHttpResult>> DisableAsync(
        long id,
        ICurrentActor actors,
        DisableChannel disable,
        IChannelQueries channels,
        CancellationToken cancellationToken)
    {
        var disabled = await disable.RunAsync(await actors.GetAsync(), id, cancellationToken);
        return disabled.Succeeded ? await FindAsync(id, channels, cancellationToken) : disabled.Error.ToProblem();
    }

    private static async Task<Results<Ok<ChannelJson>, ProblemHttpResult>> EnableAsync(
        long id,
        ICurrentActor actors,
        EnableChannel enable,
        IChannelQueries channels,
        CancellationToken cancellationToken)
    {
        var enabled = await enable.RunAsync(await actors.GetAsync(), id, cancellationToken);
        return enabled.Succeeded ? await FindAsync(id, channels, cancellationToken) : enabled.Error.ToProblem();
    }

    private static async Task<Results<Ok<RemovedChannelJson>, ProblemHttpResult>> DisconnectAsync(
        long id,
        ICurrentActor actors,
        DisconnectChannel disconnect,
        CancellationToken cancellationToken)
    {
        var removed = await disconnect.RunAsync(await actors.GetAsync(), id, cancellationToken);
        return removed.Succeeded ? TypedResults.Ok(RemovedChannelJson.Of(removed.Value)) : removed.Error.ToProblem();
    }

    // A renewed authorisation is later than the connection.
    private static bool IsNew(SalesChannel channel) => channel.ConnectedAt == channel.AuthorizedAt;
}
