using System.Globalization;

namespace AmazonIn.Domain.UseCases.Accounts;

/// <summary>How people and keys are named as actors: <c>user:17</c>, <c>key:3</c>.</summary>
public static class AccountIds
{
    public static string OfUser(long id) => string.Create(CultureInfo.InvariantCulture, $"user:{id}");

    public static string OfApiKey(long id) => string.Create(CultureInfo.InvariantCulture, $"key:{id}");
}
