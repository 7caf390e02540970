using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence.Bulk;
using AmazonIn.Infrastructure.Persistence.Rows;
using AmazonIn.Infrastructure.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace AmazonIn.Tests.Persistence;

/// <summary>Checks what SQL Server would be told, without a SQL Server.</summary>
public sealed class SqlServerScriptTests
{
    [Theory]
    [Trait("Row", "A3")]
    [InlineData("SqlServer")]
    [InlineData("SqlServerKeys")]
    public void Migrations_make_a_valid_database(string name)
    {
        using var context = MigrationsTests.Make(name);
        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions);

        using var model = ModelOf(script);

        Assert.Empty(Errors(model));
    }

    [Fact]
    public void Invalid_database_is_told_apart()
    {
        using var model = ModelOf(
            "CREATE TABLE A (Id int NOT NULL PRIMARY KEY)\nGO\n"
            + "CREATE TABLE B (Id int NOT NULL PRIMARY KEY, AId int NOT NULL REFERENCES A (Missing))");

        Assert.NotEmpty(Errors(model));
    }

    [Fact]
    public void Skus_and_amazons_ids_are_compared_by_code_point()
    {
        using var context = MigrationsTests.Make("SqlServer");

        Assert.All(
            new[] { (typeof(Item), "Sku"), (typeof(Listing), "Sku"), (typeof(SalesOrder), "AmazonOrderId"), (typeof(OrderLine), "OrderItemId") },
            column => Assert.Equal(
                "Latin1_General_100_BIN2",
                context.GetService<Microsoft.EntityFrameworkCore.Metadata.IDesignTimeModel>().Model
                    .FindEntityType(column.Item1)!.FindProperty(column.Item2)!.GetCollation()));
    }

    [Fact]
    public void Bulk_statements_are_valid_and_fit_the_tables()
    {
        using var context = MigrationsTests.Make("SqlServer");
        var schema = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions);
        string[] statements =
        [
            .. Statements<SalesOrder>(context), .. Statements<OrderLine>(context), .. Statements<OrderComment>(context),
            .. Statements<Customer>(context), .. Statements<Item>(context), .. Statements<ItemGroup>(context),
            .. Statements<Listing>(context), .. Statements<StockBalance>(context), .. Statements<StockClaim>(context),
            .. Statements<StockPush>(context), .. Statements<StockMovement>(context), .. Statements<SyncEntry>(context), .. Statements<SyncRetry>(context),
            .. Statements<SealedContactRow>(context),
        ];
        Assert.All(statements, statement => Parse(statement));

        // As procedures they are checked against the tables, column by column.
        var procedures = statements.Select((body, index) => $"CREATE PROCEDURE Bulk{index} AS BEGIN\n{body}\nEND");
        using var model = ModelOf(schema + "\nGO\n" + string.Join("\nGO\n", procedures));

        Assert.Empty(Errors(model));
    }

    [Fact]
    public void Bulk_statement_that_misses_its_table_is_told_apart()
    {
        using var context = MigrationsTests.Make("SqlServer");
        var schema = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions);

        using var model = ModelOf(schema + "\nGO\nCREATE PROCEDURE Wrong AS INSERT INTO [SalesOrders] ([Nothing]) VALUES (1)");

        Assert.NotEmpty(Errors(model));
    }

    private static IEnumerable<string> Statements<T>(DbContext context)
        where T : class
    {
        var table = BulkTable<T>.For(context);
        var create = SqlServerBulkSql.CreateStaging(table);
        var drop = SqlServerBulkSql.DropStaging(table);
        if (table.HasGeneratedKey)
        {
            yield return $"{create}\n{SqlServerBulkSql.Insert(table)}\n{drop}";
            yield return $"{create}\n{SqlServerBulkSql.Update(table)}\n{drop}";
        }
        else
        {
            yield return $"{create}\n{SqlServerBulkSql.Upsert(table)}\n{drop}";
        }
    }

    private static TSqlModel ModelOf(string script)
    {
        var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        foreach (var statement in FoldedScript.Of((TSqlScript)Parse(script)))
        {
            model.AddObjects(statement);
        }

        return model;
    }

    private static List<string> Errors(TSqlModel model) => [.. model.Validate()
        .Where(message => message.MessageType == Microsoft.SqlServer.Dac.DacMessageType.Error)
        .Select(message => message.ToString())];

    private static TSqlFragment Parse(string text)
    {
        using var reader = new StringReader(text);
        var fragment = new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        Assert.True(errors.Count == 0, $"{string.Join('\n', errors.Select(error => $"{error.Line}: {error.Message}"))}\n{text}");
        return fragment;
    }
}
