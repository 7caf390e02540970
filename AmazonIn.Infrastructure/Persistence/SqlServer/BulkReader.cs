using System.Collections;
using System.Data.Common;
using AmazonIn.Infrastructure.Persistence.Bulk;

namespace AmazonIn.Infrastructure.Persistence.SqlServer;

/// <summary>Shows rows to SqlBulkCopy as if they came from a query; with an ordinal from 0 where one is named.</summary>
internal sealed class BulkReader<T>(IReadOnlyList<T> rows, IReadOnlyList<BulkColumn<T>> columns, string? ordinal)
    : DbDataReader
    where T : class
{
    private readonly int _shift = ordinal is null ? 0 : 1;
    private int _row = -1;

    public override int FieldCount => columns.Count + _shift;

    public override int Depth => 0;

    public override bool HasRows => rows.Count > 0;

    public override bool IsClosed => false;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => ++_row < rows.Count;

    public override bool NextResult() => false;

    public override string GetName(int index) => IsOrdinal(index) ? ordinal! : Column(index).Name;

    public override int GetOrdinal(string name)
    {
        for (var index = 0; index < FieldCount; index++)
        {
            if (GetName(index) == name)
            {
                return index;
            }
        }

        throw new ArgumentException("There is no such column.", nameof(name));
    }

    public override Type GetFieldType(int ordinal) => IsOrdinal(ordinal) ? typeof(int) : Column(ordinal).ProviderType;

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    public override object GetValue(int ordinal) =>
        IsOrdinal(ordinal) ? _row : Column(ordinal).Read(rows[_row]) ?? DBNull.Value;

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var index = 0; index < count; index++)
        {
            values[index] = GetValue(index);
        }

        return count;
    }

    public override bool IsDBNull(int ordinal) => GetValue(ordinal) is DBNull;

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => (byte)GetValue(ordinal);

    public override char GetChar(int ordinal) => (char)GetValue(ordinal);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override short GetInt16(int ordinal) => (short)GetValue(ordinal);

    public override int GetInt32(int ordinal) => (int)GetValue(ordinal);

    public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        Copy((byte[])GetValue(ordinal), dataOffset, buffer, bufferOffset, length);

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        Copy(GetString(ordinal).ToCharArray(), dataOffset, buffer, bufferOffset, length);

    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    private static long Copy<TElement>(TElement[] source, long from, TElement[]? buffer, int at, int length)
    {
        if (buffer is null)
        {
            return source.Length;
        }

        var count = (int)Math.Max(0, Math.Min(length, source.Length - from));
        Array.Copy(source, from, buffer, at, count);
        return count;
    }

    private bool IsOrdinal(int index) => _shift == 1 && index == 0;

    private BulkColumn<T> Column(int index) => columns[index - _shift];
}
