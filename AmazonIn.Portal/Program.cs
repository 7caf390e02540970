using AmazonIn.Portal.Composition;
using AmazonIn.Portal.Verbs;

return await StartUp.GuardAsync(Console.Error, async () =>
{
    if (VerbLine.IsVerb(args))
    {
        return await VerbLine.RunAsync(args, VerbConsole.System, CancellationToken.None);
    }

    var builder = WebApplication.CreateBuilder(args);
    await using var portal = await PortalHost.StartAsync(builder, CancellationToken.None);
    await portal.AnnounceAsync(Console.Out, CancellationToken.None);
    await portal.WaitForShutdownAsync();
    return StartUp.Succeeded;
});
