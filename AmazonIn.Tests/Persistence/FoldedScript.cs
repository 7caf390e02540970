using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace AmazonIn.Tests.Persistence;

/// <summary>
/// Folds a script of migrations into the statements that make its end state, one a batch: the validator knows objects
/// and no changes to them. Columns that a later migration adds or drops are added to or dropped from their table.
/// </summary>
internal static class FoldedScript
{
    private const string History = "__EFMigrationsHistory";

    public static IReadOnlyList<string> Of(TSqlScript script)
    {
        var tables = new Dictionary<string, CreateTableStatement>(StringComparer.Ordinal);
        var others = new List<TSqlStatement>();
        foreach (var statement in script.Batches.SelectMany(batch => batch.Statements).SelectMany(Unwrap))
        {
            switch (statement)
            {
                case CreateTableStatement create:
                    tables.Add(NameOf(create.SchemaObjectName), create);
                    break;
                case AlterTableAddTableElementStatement add:
                    Add(tables[NameOf(add.SchemaObjectName)].Definition, add.Definition);
                    break;
                case AlterTableDropTableElementStatement drop:
                    Drop(tables[NameOf(drop.SchemaObjectName)].Definition, drop);
                    break;
                case DropTableStatement drop:
                    drop.Objects.ToList().ForEach(name => tables.Remove(NameOf(name)));
                    break;
                case CreateIndexStatement or CreateProcedureStatement or CreateTypeTableStatement:
                    others.Add(statement);
                    break;
                case InsertStatement or UpdateStatement or DeclareVariableStatement or SelectStatement or ExecuteStatement:
                    // Data, and the search for a default's generated name: no objects.
                    break;
                default:
                    Assert.Fail($"The validation does not know what to do with a {statement.GetType().Name}.");
                    break;
            }
        }

        tables.Remove(History);
        var generator = new Sql160ScriptGenerator();
        return [.. tables.Values.Concat(others).Select(statement =>
        {
            generator.GenerateScript(statement, out var text);
            return text;
        })];
    }

    private static IEnumerable<TSqlStatement> Unwrap(TSqlStatement statement) => statement switch
    {
        IfStatement branch => Unwrap(branch.ThenStatement),
        BeginEndBlockStatement block => block.StatementList.Statements.SelectMany(Unwrap),
        _ => [statement],
    };

    private static void Add(TableDefinition table, TableDefinition added)
    {
        added.ColumnDefinitions.ToList().ForEach(table.ColumnDefinitions.Add);
        added.TableConstraints.ToList().ForEach(table.TableConstraints.Add);
    }

    private static void Drop(TableDefinition table, AlterTableDropTableElementStatement drop)
    {
        foreach (var element in drop.AlterTableDropTableElements.Where(one => one.TableElementType == TableElementType.Column))
        {
            table.ColumnDefinitions.Remove(
                table.ColumnDefinitions.Single(column => column.ColumnIdentifier.Value == element.Name.Value));
        }
    }

    private static string NameOf(SchemaObjectName name) => name.BaseIdentifier.Value;
}
