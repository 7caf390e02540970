using System.Text;
using AmazonIn.Infrastructure.Persistence.Sqlite;
using Microsoft.Data.Sqlite;

namespace AmazonIn.Tests.Persistence;

public sealed class SqliteTextTests
{
    [Fact]
    public void Amounts_are_written_as_the_provider_writes_them()
    {
        decimal[] fixedOnes =
        [
            0m, 0.0m, -0.0m, 0.00m, 1m, -1m, 10m, 100.00m, 499.00m, 0.1m, 0.05m, 0.0001m, -0.0001m, 0.00010m, 1.5m,
            99_999_999_999_999m, 100_000_000_000_000m, 999_999_999_999_999.9999m, decimal.MaxValue, decimal.MinValue,
            0.00001m, 1.23456789m, 79228162514264337593543950.335m,
        ];
        var random = new Random(7);
        var others = Enumerable.Range(0, 500).Select(_ => new decimal(
            random.Next(), random.Next(2) == 0 ? 0 : random.Next(100), 0, random.Next(2) == 0, (byte)random.Next(7)));

        Assert.All(fixedOnes.Concat(others), amount => Assert.Equal(Provider(amount), Ours(amount)));
    }

    [Fact]
    public void Instants_are_written_as_the_provider_writes_them()
    {
        var random = new Random(7);
        var instants = Enumerable.Range(0, 500)
            .Select(index => new DateTime(random.NextInt64(DateTime.MaxValue.Ticks), DateTimeKind.Utc))
            .Append(DateTime.MinValue)
            .Append(DateTime.MaxValue)
            .Append(new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc))
            .Append(new DateTime(2026, 11, 23, 9, 5, 7, DateTimeKind.Utc).AddTicks(1_200_000))
            .Append(new DateTime(2026, 11, 23, 9, 5, 7, DateTimeKind.Utc).AddTicks(1));

        Assert.All(instants, instant => Assert.Equal(Provider(instant), Ours(instant)));
    }

    private static string Ours(decimal amount)
    {
        Span<byte> text = stackalloc byte[SqliteText.MaxLength];
        return Encoding.UTF8.GetString(text[..SqliteText.Write(amount, text)]);
    }

    private static string Ours(DateTime instant)
    {
        Span<byte> text = stackalloc byte[SqliteText.MaxLength];
        return Encoding.UTF8.GetString(text[..SqliteText.Write(instant, text)]);
    }

    private static string Provider(object value)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT $value";
        command.Parameters.AddWithValue("$value", value);
        return (string)command.ExecuteScalar()!;
    }
}
