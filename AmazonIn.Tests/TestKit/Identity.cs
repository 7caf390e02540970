namespace AmazonIn.Tests.TestKit;

/// <summary>Gives an entity the id that a database would give it.</summary>
internal static class Identity
{
    public static void Assign(object entity, long id) =>
        entity.GetType().GetProperty("Id")!.SetValue(entity, id);
}
