namespace AmazonIn.Portal.Composition;
internal static class Migration
{
    public static Task MigrateAsync(this IServiceProvider services, CancellationToken cancellationToken) => Task.CompletedTask;
}
