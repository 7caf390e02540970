using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Portal.Composition;

namespace AmazonIn.Portal.Verbs;

/// <summary>
/// Takes a lost second factor off, for a portal whose only administrator lost theirs: whoever works on the machine has
/// the database anyway.
/// </summary>
internal sealed class ResetFactorVerb : IVerb
{
    public string Name => "user reset-factor";

    public string Options => "--email E";

    public string Summary => "Takes off a lost second factor and ends the person's sessions; their password stays.";

    public async Task<int> RunAsync(VerbArguments arguments, VerbConsole console, CancellationToken cancellationToken)
    {
        var email = arguments.Required("--email").Trim();
        using var host = await ToolHost.StartAsync(console.Configure, cancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        var people = await scope.ServiceProvider.GetRequiredService<IUserAccounts>().ListAsync(cancellationToken);
        if (people.FirstOrDefault(user => user.Email.Equals(email, StringComparison.OrdinalIgnoreCase)) is not { } person)
        {
            await console.Error.WriteLineAsync("Nobody has this e-mail address.");
            return StartUp.Failed;
        }

        if (!person.SecondFactor)
        {
            await console.Out.WriteLineAsync($"{person.Email} has no second factor; nothing was changed.");
            return StartUp.Succeeded;
        }

        var reset = await scope.ServiceProvider.GetRequiredService<ResetSecondFactor>()
            .RunAsync(Actor.CommandLine, person.Id, cancellationToken);
        if (reset.Error is { } refused)
        {
            await console.Error.WriteLineAsync(refused.Message);
            return StartUp.Failed;
        }

        await console.Out.WriteLineAsync(
            $"{person.Email} has no second factor now. Their sessions end within a minute, their recovery codes are void, and "
            + "they enrol anew when they sign in.");
        return StartUp.Succeeded;
    }
}
