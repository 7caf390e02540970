using System.Data;
using System.Globalization;
using Microsoft.Data.SqlClient;

namespace AmazonIn.Tests.Persistence.Queries;

/// <summary>A statement for SQL Server with the declarations of its parameters.</summary>
internal sealed record SqlStatement(string Text, IReadOnlyList<string> Parameters)
{
    public static string Declare(SqlParameter parameter)
    {
        var type = parameter.SqlDbType switch
        {
            SqlDbType.NVarChar or SqlDbType.VarChar => Sized(parameter),
            SqlDbType.Decimal => "Decimal(19, 4)",
            var other => other.ToString(),
        };
        return $"{parameter.ParameterName} {type}";
    }

    /// <summary>As a procedure, which a schema can be compiled with.</summary>
    public string AsProcedure(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"CREATE PROCEDURE [dbo].[Statement{number}] {string.Join(", ", Parameters)} AS BEGIN {Text}; END");

    private static string Sized(SqlParameter parameter)
    {
        var size = parameter.Size is > 0 and <= 4000
            ? parameter.Size.ToString(CultureInfo.InvariantCulture)
            : "MAX";
        return $"{parameter.SqlDbType}({size})";
    }
}
