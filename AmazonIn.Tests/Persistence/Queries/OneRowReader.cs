using System.Collections;
using System.Data.Common;

namespace AmazonIn.Tests.Persistence.Queries;

/// <summary>One row in which every column has some value of the type it is asked for.</summary>
internal sealed class OneRowReader(string statement) : DbDataReader
{
    // Enums are read from numbers too; two columns are read as something that a number is not.
    private readonly string _text =
        statement.Contains("[Flags]", StringComparison.Ordinal) ? "[]"
        : statement.Contains("[PlaceOfSupply]", StringComparison.Ordinal) ? "29"
        : "0";

    private bool _read;

    public override int FieldCount => 100;

    public override bool HasRows => true;

    public override bool IsClosed => false;

    public override int RecordsAffected => 0;

    public override int Depth => 0;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(0);

    public override bool Read() => !_read && (_read = true);

    public override bool NextResult() => false;

    public override bool IsDBNull(int ordinal) => false;

    public override string GetString(int ordinal) => _text;

    public override long GetInt64(int ordinal) => 1;

    public override int GetInt32(int ordinal) => 1;

    public override short GetInt16(int ordinal) => 1;

    public override byte GetByte(int ordinal) => 1;

    public override bool GetBoolean(int ordinal) => true;

    public override decimal GetDecimal(int ordinal) => 1m;

    public override double GetDouble(int ordinal) => 1d;

    public override float GetFloat(int ordinal) => 1f;

    public override char GetChar(int ordinal) => '1';

    public override DateTime GetDateTime(int ordinal) => new(2026, 11, 20);

    public override Guid GetGuid(int ordinal) => Guid.Empty;

    public override object GetValue(int ordinal) => 1L;

    public override string GetName(int ordinal) => $"Column{ordinal}";

    public override int GetOrdinal(string name) => 0;

    public override Type GetFieldType(int ordinal) => typeof(long);

    public override string GetDataTypeName(int ordinal) => "bigint";

    public override int GetValues(object[] values) => 0;

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => 0;

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => 0;

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();
}
