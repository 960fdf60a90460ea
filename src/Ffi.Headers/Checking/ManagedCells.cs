using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>The cells of a struct of .NET on a platform.</summary>
internal static class ManagedCells
{
    private const long MostElements = 64;

    public static IReadOnlyList<Cell> Of(ManagedLayout layout, Platform platform)
    {
        List<Cell> cells = [];
        foreach (PlacedField field in layout.Fields)
        {
            Add(cells, field.Field.Shape, field.Field.Name, field.Offset, 1, field.Field.Origin, platform);
        }

        return
        [
            .. cells.Select(cell =>
                cells.Exists(other => !ReferenceEquals(cell, other) && cell.Overlaps(other)) ? cell with { IsAlternative = true } : cell),
        ];
    }

    private static void Add(List<Cell> cells, ValueShape shape, string name, long start, long count, object? origin, Platform platform)
    {
        switch (shape)
        {
            case FixedArrayShape array:
                Add(cells, array.Element, name, start, count * array.Length, origin, platform);
                break;
            case StructShape { Struct: var type } when ManagedLayout.Of(type, platform) is { } layout:
                for (long index = 0; index < Math.Min(count, MostElements); index++)
                {
                    foreach (PlacedField field in layout.Fields)
                    {
                        string fieldName = count > 1 ? $"{name}[{index}].{field.Field.Name}" : $"{name}.{field.Field.Name}";
                        Add(cells, field.Field.Shape, fieldName, start + (index * layout.Size) + field.Offset, 1, origin, platform);
                    }
                }

                break;
            default:
                if (ShapeFacts.SizeOf(shape, platform) is { } size)
                {
                    string text = count > 1 ? $"{shape}[{count}]" : shape.ToString();
                    cells.Add(new Cell(name, text, start, size, count, KindOf(shape)) { IsSigned = SignOf(shape), Origin = origin });
                }

                break;
        }
    }

    private static CellKind KindOf(ValueShape shape) => shape switch
    {
        FloatShape => CellKind.Float,
        IntegerShape { Width: IntegerWidth.Sixteen } => CellKind.Any,
        _ when ShapeFacts.IsAddress(shape) => CellKind.Pointer,
        _ => CellKind.Integer,
    };

    private static bool? SignOf(ValueShape shape) =>
        shape is IntegerShape { Width: not IntegerWidth.Native } integer ? integer.IsSigned : null;
}
