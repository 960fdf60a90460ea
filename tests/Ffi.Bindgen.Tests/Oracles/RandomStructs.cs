using System.Globalization;
using System.Text;

namespace Ffi.Bindgen.Tests.Oracles;

/// <summary>Random structs: packed, aligned, with bitfields over the borders of units, unions in arrays, and each other.</summary>
/// <remarks>Where Microsoft's rules for bitfields meet a union or packing, clang and gcc imitate them differently, for the same target.
/// What Microsoft's compiler says can't be asked here, so for Windows such structs are left out.</remarks>
internal sealed class RandomStructs
{
    private static readonly (string Name, int Bits)[] s_integers =
    [
        ("char", 8), ("signed char", 8), ("unsigned char", 8), ("short", 16), ("unsigned short", 16), ("int", 32), ("unsigned", 32),
        ("long", 32), ("unsigned long", 32), ("long long", 64), ("unsigned long long", 64), ("_Bool", 1),
    ];

    private static readonly string[] s_others = ["float", "double", "long double", "void *", "enum ffi_color", "double _Complex"];

    private readonly StringBuilder _text = new("enum ffi_color { FFI_RED, FFI_BLUE };\n");
    private readonly Random _random;
    private readonly bool _isForWindows;
    private int _field;
    private bool _isPacked;

    private RandomStructs(int seed, bool isForWindows)
    {
        _random = new Random(seed);
        _isForWindows = isForWindows;
    }

    public static string Write(int seed, int count, bool isForWindows)
    {
        RandomStructs structs = new(seed, isForWindows);
        for (int index = 0; index < count; index++)
        {
            structs.WriteStruct(index);
        }

        return structs._text.ToString();
    }

    private bool OneIn(int count) => _random.Next(count) == 0;

    private T Any<T>(params T[] values) => values[_random.Next(values.Length)];

    private void WriteStruct(int index)
    {
        _field = 0;
        bool isPacked = OneIn(5);
        int pack = OneIn(6) ? Any(1, 2, 4, 8) : 0;
        _isPacked = isPacked || pack > 0;
        _text.Append(pack > 0 ? string.Create(CultureInfo.InvariantCulture, $"#pragma pack(push, {pack})\n") : "");
        _text.Append(CultureInfo.InvariantCulture, $"struct s{index} {{\n");
        WriteFields(index, depth: 0, isUnion: false);
        _text
            .Append('}')
            .Append(isPacked ? " __attribute__((packed))" : "")
            .Append(OneIn(8) ? $" __attribute__((aligned({Any(2, 4, 8, 16, 32)})))" : "")
            .Append(";\n");
        _text.Append(pack > 0 ? "#pragma pack(pop)\n" : "");
    }

    private void WriteFields(int index, int depth, bool isUnion)
    {
        string indent = new(' ', 4 * (depth + 1));
        for (int count = _random.Next(1, depth == 0 ? 9 : 4); count > 0; count--)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"f{_field++}");
            switch (_random.Next(10))
            {
                case < 4 when !(_isForWindows && (isUnion || _isPacked)):
                    WriteBitfield(indent, name);
                    break;
                case < 7:
                    string type = OneIn(3) ? Any(s_others) : Any(s_integers).Name;
                    string attribute =
                        OneIn(10) ? $" __attribute__((aligned({Any(1, 2, 4, 8, 16)})))"
                        : OneIn(12) ? " __attribute__((packed))"
                        : "";
                    _text.Append(CultureInfo.InvariantCulture, $"{indent}{type} {name}{Lengths()}{attribute};\n");
                    break;
                case 7 when index > 0:
                    _text.Append(CultureInfo.InvariantCulture, $"{indent}struct s{_random.Next(index)} {name}{Lengths()};\n");
                    break;
                default:
                    if (depth < 2)
                    {
                        string keyword = Any("struct", "union");
                        _text.Append(CultureInfo.InvariantCulture, $"{indent}{keyword} {{\n");
                        WriteFields(index, depth + 1, keyword == "union");
                        string declarator = OneIn(3) ? "" : $" {name}{Lengths()}";
                        _text.Append(CultureInfo.InvariantCulture, $"{indent}}}{declarator};\n");
                    }
                    else
                    {
                        _text.Append(CultureInfo.InvariantCulture, $"{indent}int {name};\n");
                    }

                    break;
            }
        }
    }

    private string Lengths() => OneIn(4) ? OneIn(4) ? $"[{_random.Next(1, 4)}][{_random.Next(1, 4)}]" : $"[{_random.Next(1, 6)}]" : "";

    private void WriteBitfield(string indent, string name)
    {
        (string type, int bits) = Any(s_integers);
        _text.Append(CultureInfo.InvariantCulture, $"{indent}{type} {name} : {_random.Next(1, bits + 1)};\n");
        if (OneIn(8))
        {
            _text.Append(CultureInfo.InvariantCulture, $"{indent}{Any("int", "char", "long long")} : {Any(0, 0, 3, 7)};\n");
        }
    }
}
