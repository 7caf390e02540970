using System.Text;

namespace AmazonIn.Portal.Components.Account;

/// <summary>
/// A QR code (ISO/IEC 18004) of up to 213 bytes of UTF-8 at error correction level M: enough for the address that
/// authenticator apps scan, and small enough not to need a library.
/// </summary>
internal sealed class QrCode
{
    // Level M, versions 1 to 10: correction bytes a block, blocks, bytes in all (table 9 of the standard).
    private static readonly (int Correction, int Blocks, int Total)[] Versions =
    [
        (10, 1, 26), (16, 1, 44), (26, 1, 70), (18, 2, 100), (24, 2, 134),
        (16, 4, 172), (18, 4, 196), (22, 4, 242), (22, 5, 292), (26, 5, 346),
    ];

    // Centres of the alignment patterns, by version (annex E).
    private static readonly int[][] Alignment =
    [
        [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50],
    ];

    // How strongly a finder-like row counts against a mask (section 7.8.3.1).
    private static readonly bool[] FinderLike =
        [true, false, true, true, true, false, true, false, false, false, false];

    private readonly int _version;
    private readonly bool[,] _dark;
    private readonly bool[,] _fixed;

    private QrCode(int version)
    {
        _version = version;
        Size = 17 + 4 * version;
        _dark = new bool[Size, Size];
        _fixed = new bool[Size, Size];
    }

    /// <summary>Modules a side.</summary>
    public int Size { get; }

    /// <exception cref="ArgumentException">The text is longer than the largest code here.</exception>
    public static QrCode Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var version = Enumerable.Range(1, Versions.Length).FirstOrDefault(candidate => bytes.Length <= Capacity(candidate));
        if (version == 0)
        {
            throw new ArgumentException("The text is too long for a QR code here.", nameof(text));
        }

        var code = new QrCode(version);
        code.DrawPatterns();
        code.DrawData(Interleave(version, Encode(version, bytes)));
        code.DrawBestMask();
        return code;
    }

    public bool IsDark(int row, int column) => _dark[row, column];

    private static int DataBytes(int version)
    {
        var (correction, blocks, total) = Versions[version - 1];
        return total - correction * blocks;
    }

    // Four bits of mode, and the length in eight bits or, from version 10 on, sixteen.
    private static int LengthBits(int version) => version < 10 ? 8 : 16;

    private static int Capacity(int version) => (DataBytes(version) * 8 - 4 - LengthBits(version)) / 8;

    private static byte[] Encode(int version, byte[] bytes)
    {
        var bits = new List<bool>();
        void Append(int value, int count)
        {
            for (var bit = count - 1; bit >= 0; bit--)
            {
                bits.Add((value >> bit & 1) != 0);
            }
        }

        Append(0b0100, 4);
        Append(bytes.Length, LengthBits(version));
        foreach (var value in bytes)
        {
            Append(value, 8);
        }

        var capacity = DataBytes(version) * 8;
        Append(0, Math.Min(4, capacity - bits.Count));
        Append(0, (8 - bits.Count % 8) % 8);
        for (var filler = 0xEC; bits.Count < capacity; filler ^= 0xEC ^ 0x11)
        {
            Append(filler, 8);
        }

        return [.. bits.Chunk(8).Select(chunk => (byte)chunk.Aggregate(0, (value, bit) => value << 1 | (bit ? 1 : 0)))];
    }

    /// <summary>Splits into blocks, adds each block's correction bytes, and takes one byte of each block in turn.</summary>
    private static byte[] Interleave(int version, byte[] data)
    {
        var (correction, count, total) = Versions[version - 1];
        var generator = Generator(correction);
        var (shortLength, longBlocks) = (data.Length / count, data.Length % count);
        var (blocks, corrections) = (new List<byte[]>(), new List<byte[]>());
        for (var (block, offset) = (0, 0); block < count; block++)
        {
            // The longer blocks come last.
            var length = shortLength + (block >= count - longBlocks ? 1 : 0);
            blocks.Add(data[offset..(offset + length)]);
            corrections.Add(Remainder(blocks[^1], generator));
            offset += length;
        }

        var result = new List<byte>(total);
        for (var index = 0; index <= shortLength; index++)
        {
            result.AddRange(blocks.Where(block => index < block.Length).Select(block => block[index]));
        }

        for (var index = 0; index < correction; index++)
        {
            result.AddRange(corrections.Select(block => block[index]));
        }

        return [.. result];
    }

    // The product of (x - 2^i), highest power first, without the leading one.
    private static byte[] Generator(int degree)
    {
        var polynomial = new byte[degree];
        polynomial[^1] = 1;
        byte root = 1;
        for (var factor = 0; factor < degree; factor++)
        {
            for (var index = 0; index < degree; index++)
            {
                polynomial[index] = (byte)(Multiply(polynomial[index], root) ^ (index + 1 < degree ? polynomial[index + 1] : 0));
            }

            root = Multiply(root, 2);
        }

        return polynomial;
    }

    private static byte[] Remainder(byte[] data, byte[] generator)
    {
        var remainder = new byte[generator.Length];
        foreach (var value in data)
        {
            var factor = (byte)(value ^ remainder[0]);
            Array.Copy(remainder, 1, remainder, 0, remainder.Length - 1);
            remainder[^1] = 0;
            for (var index = 0; index < remainder.Length; index++)
            {
                remainder[index] ^= Multiply(generator[index], factor);
            }
        }

        return remainder;
    }

    // In the field of 256 elements with the polynomial x^8 + x^4 + x^3 + x^2 + 1.
    private static byte Multiply(byte left, byte right)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = product << 1 ^ (product >> 7) * 0x11D;
            product ^= (right >> bit & 1) * left;
        }

        return (byte)product;
    }

    private static bool Mask(int mask, int row, int column) => mask switch
    {
        0 => (row + column) % 2 == 0,
        1 => row % 2 == 0,
        2 => column % 3 == 0,
        3 => (row + column) % 3 == 0,
        4 => (row / 2 + column / 3) % 2 == 0,
        5 => row * column % 2 + row * column % 3 == 0,
        6 => (row * column % 2 + row * column % 3) % 2 == 0,
        _ => ((row + column) % 2 + row * column % 3) % 2 == 0,
    };

    private void Set(int row, int column, bool dark) => (_dark[row, column], _fixed[row, column]) = (dark, true);

    private void DrawPatterns()
    {
        for (var index = 0; index < Size; index++)
        {
            Set(6, index, index % 2 == 0);
            Set(index, 6, index % 2 == 0);
        }

        DrawFinder(3, 3);
        DrawFinder(3, Size - 4);
        DrawFinder(Size - 4, 3);
        var centres = Alignment[_version - 1];
        foreach (var row in centres)
        {
            foreach (var column in centres)
            {
                if (!IsFinderCorner(row, column))
                {
                    DrawSquares(row, column, 2, ring: 1);
                }
            }
        }

        DrawFormat(0);
        DrawVersion();
    }

    private bool IsFinderCorner(int row, int column) =>
        (row == 6 && column == 6) || (row == 6 && column == Size - 7) || (row == Size - 7 && column == 6);

    // With its light border, as far as that lies within the code.
    private void DrawFinder(int row, int column) => DrawSquares(row, column, 4, ring: 2);

    /// <summary>Squares in one another, dark but for the ring at the given distance and anything at distance four.</summary>
    private void DrawSquares(int row, int column, int reach, int ring)
    {
        for (var down = -reach; down <= reach; down++)
        {
            for (var right = -reach; right <= reach; right++)
            {
                var distance = Math.Max(Math.Abs(down), Math.Abs(right));
                var (y, x) = (row + down, column + right);
                if (y >= 0 && y < Size && x >= 0 && x < Size)
                {
                    Set(y, x, distance != ring && distance != 4);
                }
            }
        }
    }

    private void DrawFormat(int mask)
    {
        // Level M is 00; then the mask, ten bits of BCH code, and a fixed pattern over it all.
        var remainder = mask;
        for (var bit = 0; bit < 10; bit++)
        {
            remainder = remainder << 1 ^ (remainder >> 9) * 0x537;
        }

        var bits = (mask << 10 | remainder) ^ 0x5412;
        bool Bit(int index) => (bits >> index & 1) != 0;
        for (var index = 0; index < 6; index++)
        {
            Set(index, 8, Bit(index));
            Set(8, 5 - index, Bit(9 + index));
        }

        Set(7, 8, Bit(6));
        Set(8, 8, Bit(7));
        Set(8, 7, Bit(8));
        for (var index = 0; index < 8; index++)
        {
            Set(8, Size - 1 - index, Bit(index));
        }

        for (var index = 8; index < 15; index++)
        {
            Set(Size - 15 + index, 8, Bit(index));
        }

        Set(Size - 8, 8, true);
    }

    private void DrawVersion()
    {
        if (_version < 7)
        {
            return;
        }

        var remainder = _version;
        for (var bit = 0; bit < 12; bit++)
        {
            remainder = remainder << 1 ^ (remainder >> 11) * 0x1F25;
        }

        var bits = _version << 12 | remainder;
        for (var index = 0; index < 18; index++)
        {
            var dark = (bits >> index & 1) != 0;
            Set(index / 3, Size - 11 + index % 3, dark);
            Set(Size - 11 + index % 3, index / 3, dark);
        }
    }

    // In columns of two from the right, upwards and downwards in turn, around what is fixed.
    private void DrawData(byte[] data)
    {
        var bit = 0;
        var upwards = true;
        for (var right = Size - 1; right > 0; right -= 2, upwards = !upwards)
        {
            if (right == 6)
            {
                right = 5;
            }

            for (var step = 0; step < Size; step++)
            {
                var row = upwards ? Size - 1 - step : step;
                for (var column = right; column > right - 2; column--)
                {
                    if (!_fixed[row, column] && bit < data.Length * 8)
                    {
                        _dark[row, column] = (data[bit >> 3] >> (7 - (bit & 7)) & 1) != 0;
                        bit++;
                    }
                }
            }
        }
    }

    private void DrawBestMask()
    {
        var best = Enumerable.Range(0, 8).MinBy(mask =>
        {
            ApplyMask(mask);
            DrawFormat(mask);
            var penalty = Penalty();
            ApplyMask(mask);
            return penalty;
        });
        ApplyMask(best);
        DrawFormat(best);
    }

    // Applied twice it is as if never applied.
    private void ApplyMask(int mask)
    {
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                _dark[row, column] ^= !_fixed[row, column] && Mask(mask, row, column);
            }
        }
    }

    private int Penalty()
    {
        var (penalty, darkModules) = (0, 0);
        for (var line = 0; line < Size; line++)
        {
            penalty += LinePenalty(index => _dark[line, index]) + LinePenalty(index => _dark[index, line]);
        }

        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                darkModules += _dark[row, column] ? 1 : 0;
                if (row > 0 && column > 0
                    && _dark[row, column] == _dark[row - 1, column]
                    && _dark[row, column] == _dark[row, column - 1]
                    && _dark[row, column] == _dark[row - 1, column - 1])
                {
                    penalty += 3;
                }
            }
        }

        // Ten for each twentieth that the share of dark modules is away from one half.
        return penalty + Math.Abs(darkModules * 20 - Size * Size * 10) / (Size * Size) * 10;
    }

    private int LinePenalty(Func<int, bool> isDark)
    {
        var (penalty, run) = (0, 1);
        for (var index = 1; index <= Size; index++)
        {
            if (index < Size && isDark(index) == isDark(index - 1))
            {
                run++;
                continue;
            }

            penalty += run >= 5 ? run - 2 : 0;
            run = 1;
        }

        for (var start = 0; start + FinderLike.Length <= Size; start++)
        {
            var (forwards, backwards) = (true, true);
            for (var index = 0; index < FinderLike.Length; index++)
            {
                forwards &= isDark(start + index) == FinderLike[index];
                backwards &= isDark(start + index) == FinderLike[^(index + 1)];
            }

            penalty += (forwards ? 40 : 0) + (backwards ? 40 : 0);
        }

        return penalty;
    }
}
