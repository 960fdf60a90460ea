using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Ffi.Tests.Calls.Structs;

[StructLayout(LayoutKind.Sequential, Pack = 1)]
public record struct Packed(byte A, int B, byte C, long D);

[StructLayout(LayoutKind.Sequential, Pack = 1)]
public record struct PackedSmall(byte A, short B);

[StructLayout(LayoutKind.Sequential, Size = 16)]
public record struct Roomy(int A);

/// <summary>The fixture's structs whose layout says more than their fields, and those of C# itself.</summary>
[NativeLibrary("benchmarktest")]
internal static partial class Layouts
{
    [NativeFunction("packed_weigh")] internal static partial long Weigh(Packed value);
    [NativeFunction("packed_weigh_at")] internal static partial long WeighAt(in Packed value);
    [NativeFunction("packed_new")] internal static partial Packed New(int first);
    [NativeFunction("packed_small_weigh")] internal static partial int Weigh(PackedSmall value);
    [NativeFunction("roomy_first_at")] internal static partial int FirstAt(ReadOnlySpan<Roomy> values, int index);
    [NativeFunction("roomy_then")] internal static partial int Then(Roomy value, int next);
    [NativeFunction("vector2_weigh")] internal static partial float Weigh(Vector2 value);
    [NativeFunction("vector3_weigh")] internal static partial float Weigh(Vector3 value);
    [NativeFunction("vector4_weigh")] internal static partial float Weigh(Vector4 value);
    [NativeFunction("vector4_weigh")] internal static partial float Weigh(Quaternion value);
    [NativeFunction("vector4_weigh")] internal static partial float Weigh(Plane value);
    [NativeFunction("vector2_turn")] internal static partial Vector2 Turn(Vector2 value);
    [NativeFunction("vector3_turn")] internal static partial Vector3 Turn(Vector3 value);
    [NativeFunction("vector4_turn")] internal static partial Vector4 Turn(Vector4 value);
    [NativeFunction("complex_turn")] internal static partial Complex Turn(Complex value);
    [NativeFunction("guid_next")] internal static partial Guid Next(Guid value);
    [NativeFunction("pair_weigh")] internal static partial long Weigh(KeyValuePair<int, long> value);
    [NativeFunction("int32_twice")] internal static partial Rune Twice(Rune value);
    [NativeFunction("int32_twice")] internal static partial DateOnly Twice(DateOnly value);
    [NativeFunction("int32_twice")] internal static partial ValueTuple<int> Twice(ValueTuple<int> value);
    [NativeFunction("int64_twice")] internal static partial TimeSpan Twice(TimeSpan value);
    [NativeFunction("index_pair")] internal static partial int Weigh(in Range value);
}
