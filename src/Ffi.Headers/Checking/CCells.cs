using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>The cells of a C struct on a platform.</summary>
internal sealed class CCells
{
    // More elements than these are one stretch of bytes.
    private const long MostElements = 64;

    private readonly DigestIndex _index;
    private readonly Platform _platform;
    private readonly List<Cell> _cells = [];

    private CCells(DigestIndex index, Platform platform) => (_index, _platform) = (index, platform);

    public static IReadOnlyList<Cell> Of(CRecord record, DigestIndex index, Platform platform)
    {
        CCells cells = new(index, platform);
        cells.AddRecord(record, "", 0, isAlternative: false);
        return cells._cells;
    }

    private void AddRecord(CRecord record, string prefix, long start, bool isAlternative)
    {
        isAlternative |= record.Kind == RecordKind.Union && record.Fields.Count > 1;
        foreach (CField field in record.FieldsOn(_platform))
        {
            // The fields of an unnamed member count as the outer one's.
            string name = field.Name.Length == 0 ? prefix.TrimEnd('.') : prefix + field.Name;
            long bits = field.BitOffset.On(_platform);
            if (field.BitWidth is { } width)
            {
                long end = (bits + width + 7) / 8;
                Add(new Cell(name, "bitfield", start + (bits / 8), end - (bits / 8), 1, CellKind.Any), isAlternative: true);
            }
            else
            {
                AddValue(field.Type.On(_platform), name, start + (bits / 8), 1, isAlternative);
            }
        }
    }

    private void AddValue(CType type, string name, long start, long count, bool isAlternative)
    {
        CType resolved = _index.Resolve(type, _platform);
        string text = CText.Of(type) + (count > 1 ? $"[{count}]" : "");
        switch (resolved)
        {
            case ArrayType { Length: null or 0 }:
                break;
            case ArrayType array:
                AddValue(array.Element, name, start, count * array.Length!.Value, isAlternative);
                break;
            case PrimitiveType { Primitive: var primitive }:
                int size = PrimitiveFacts.SizeOf(primitive, _platform);
                Add(
                    new Cell(name, text, start, size, count, KindOf(primitive, size))
                    {
                        IsSigned = PrimitiveFacts.SignOf(primitive, _platform),
                    },
                    isAlternative);
                break;
            case PointerType or FunctionType:
                Add(new Cell(name, text, start, 8, count, CellKind.Pointer), isAlternative);
                break;
            case NamedType { Name: var typeName }
                when _index.FindType(typeName, _platform) is CEnum numbers
                    && _index.LayoutOf(numbers.Type.On(_platform), _platform) is { } room:
                Add(new Cell(name, text, start, room.Size, count, CellKind.Integer), isAlternative);
                break;
            case NamedType { Name: var typeName } when count <= MostElements && _index.FindType(typeName, _platform) is CRecord record:
                for (long index = 0; index < count; index++)
                {
                    string prefix = (name.Length == 0 ? "" : count > 1 ? $"{name}[{index}]." : $"{name}.");
                    AddRecord(record, prefix, start + (index * record.Layout.On(_platform).Size), isAlternative);
                }

                break;
            default:
                long bytes = (_index.LayoutOf(type, _platform)?.Size ?? 0) * count;
                if (bytes > 0)
                {
                    Add(new Cell(name, text, start, bytes, 1, CellKind.Any), isAlternative);
                }

                break;
        }
    }

    private void Add(Cell cell, bool isAlternative) => _cells.Add(cell with { IsAlternative = isAlternative });

    private static CellKind KindOf(Primitive primitive, int size) => primitive is Primitive.VaList || size > 8 ? CellKind.Any
        : PrimitiveFacts.IsFloatingPoint(primitive) ? CellKind.Float
        : CellKind.Integer;
}
