using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Portal.Composition;

namespace AmazonIn.Portal.Verbs;

/// <summary>Lets a person in without a browser.</summary>
internal sealed class CreateUserVerb : IVerb
{
    public string Name => "user create";

    public string Options => "--email E --role R [--name N] [--password-stdin]";

    public string Summary =>
        $"Adds a person ({string.Join(", ", Role.All.Select(role => role.Name))}); prints a password unless one comes on standard input.";

    public async Task<int> RunAsync(VerbArguments arguments, VerbConsole console, CancellationToken cancellationToken)
    {
        var email = arguments.Required("--email");
        var role = Role.Find(arguments.Required("--role")) ?? throw new WrongUsageException(AccountErrors.RoleUnknown.Message);
        var fromInput = arguments.Has("--password-stdin");
        var password = fromInput
            ? await console.In.ReadLineAsync(cancellationToken) ?? throw new WrongUsageException("Standard input holds no password.")
            : GeneratedPassword.New();
        using var host = await ToolHost.StartAsync(console.Configure, cancellationToken);
        await using var scope = host.Services.CreateAsyncScope();
        var created = await scope.ServiceProvider.GetRequiredService<CreateUser>().RunAsync(
            Actor.CommandLine,
            new NewUser(email, arguments.Text("--name") ?? email.Split('@')[0], role.Name, password),
            cancellationToken);
        if (created.Error is { } refused)
        {
            await console.Error.WriteLineAsync(refused.Message);
            return StartUp.Failed;
        }

        await console.Out.WriteLineAsync($"{email} may sign in as {role.Name}.");
        if (!fromInput)
        {
            await console.Out.WriteLineAsync($"Password: {password}");
        }

        return StartUp.Succeeded;
    }
}
