using System.Runtime.CompilerServices;

namespace Ffi.Tests.Calls.Structs;

/// <summary>Structs of unlike fields: two kinds in one eightbyte, one kind each, nested, with an array inside.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class MixedStructs
{
    internal record struct CountRatio(int Count, float Ratio);
    internal record struct IdValue(long Id, double Value);
    internal record struct ValueId(double Value, long Id);
    internal record struct TaggedPoint(float X, float Y, int Tag);
    internal record struct KindValue(sbyte Kind, double Value);
    internal record struct Range(int Start, int Length);
    internal record struct WeightedRows(Range Rows, double Weight);
    internal record struct TablePart(Range Rows, Range Columns, long Id);
    internal record struct Series(int Count, Items3 Items, float Scale);

    [InlineArray(3)]
    internal struct Items3
    {
        private short _first;

        internal static Items3 Of(short first, short second, short third)
        {
            Items3 items = default;
            (items[0], items[1], items[2]) = (first, second, third);
            return items;
        }
    }

    [NativeFunction("next_count_ratio")] internal static partial CountRatio Next(CountRatio value);
    [NativeFunction("next_id_value")] internal static partial IdValue Next(IdValue value);
    [NativeFunction("next_value_id")] internal static partial ValueId Next(ValueId value);
    [NativeFunction("next_tagged_point")] internal static partial TaggedPoint Next(TaggedPoint value);
    [NativeFunction("next_kind_value")] internal static partial KindValue Next(KindValue value);
    [NativeFunction("next_weighted_rows")] internal static partial WeightedRows Next(WeightedRows value);
    [NativeFunction("next_table_part")] internal static partial TablePart Next(TablePart value);
    [NativeFunction("next_series")] internal static partial Series Next(Series value);

    [NativeFunction("weigh_crossed")]
    internal static partial double WeighCrossed(int a1, IdValue a2, float a3, ValueId a4, long a5);

    [NativeFunction("weigh_many")]
    internal static partial double WeighMany(
        CountRatio a1, TaggedPoint a2, KindValue a3, WeightedRows a4, Series a5, IdValue a6, Range a7);
}
