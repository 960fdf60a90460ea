using System.Text;

namespace Ffi.Abi.Tests.Structs;

/// <summary>A random struct whose fields are converted, as C# source: the type, and values for it.</summary>
/// <param name="seed">Decides all of it.</param>
internal sealed class StructShape(int seed)
{
    private static readonly string[] Numbers =
    [
        "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "nint", "DayOfWeek",
    ];

    // Single-byte characters, since [DllImport] throws where UTF-8 is longer than its room.
    private static readonly string[] Texts =
    [
        "null!", "\"\"", "\"a\"", "\"text\"", "\"a longer text\"", "\"0123456789012345678901234567890\"",
    ];
    private static readonly string[] WideTexts = [.. Texts, "\"häß€\"", "\"\\uD83D\\uDE00\""];

    private readonly Random _random = new(seed);
    private readonly List<Field> _fields = [];
    private bool _isUnicode;

    public string Name { get; } = $"Shape{seed}";

    /// <summary>The declaration of the struct, of those in it, and of a method that makes a value.</summary>
    public string Declare()
    {
        _isUnicode = _random.Next(2) == 0;
        int pack = _random.Next(3) == 0 ? 1 << _random.Next(4) : 0;
        for (int count = _random.Next(1, 9); count > 0; count--)
        {
            _fields.Add(Draw(isNested: false));
        }

        // At least one that isn't the same bytes.
        _fields.Insert(_random.Next(_fields.Count + 1), Text($"F{_fields.Count}"));
        StringBuilder source = new();
        string layout =
            $"[StructLayout(LayoutKind.Sequential, CharSet = CharSet.{(_isUnicode ? "Unicode" : "Ansi")}{(pack == 0 ? "" : $", Pack = {pack}")}{(_random.Next(4) == 0 ? ", Size = 300" : "")})]";
        source.Append($"{layout} public struct {Name}\n{{\n");
        foreach (Field field in _fields)
        {
            source.Append($"    {field.Attribute}public {field.Type} {field.Name};\n");
        }

        source.Append($"    public static {Name} Make(int n) => n switch\n    {{\n");
        for (int n = 0; n < 4; n++)
        {
            source.Append(
                $"        {n} => new {Name} {{ {string.Join(", ", _fields.Select(field => $"{field.Name} = {field.Value()}"))} }},\n");
        }

        source.Append("        _ => default,\n    };\n");
        string texts = string.Join(", ", _fields.SelectMany(field => field.Pointers).Select(pointer => $"\"{pointer}\""));
        source.Append($"    public static readonly string[] TextFields = [{texts}];\n}}\n");
        foreach (Field field in _fields.Where(field => field.Inner.Length > 0))
        {
            source.Append(field.Inner);
        }

        return source.ToString();
    }

    private Field Draw(bool isNested)
    {
        string name = $"F{(isNested ? _random.Next(1000, 9999) : _fields.Count)}";
        return _random.Next(isNested ? 8 : 10) switch
        {
            0 or 1 => Number(name),
            2 => Truth(name),
            3 => new(name, "char", "", () => $"'{(char)_random.Next('A', 'z' - 30)}'"),
            4 => Text(name),
            5 => FixedText(name),
            6 => FixedNumbers(name),
            7 => FixedTruths(name),
            8 => FixedTexts(name),
            _ => Nested(name),
        };
    }

    private Field Number(string name)
    {
        string type = Pick(Numbers);
        return new(name, type, "", () => type == "DayOfWeek" ? $"(DayOfWeek){_random.Next(7)}" : $"unchecked(({type}){_random.Next()})");
    }

    // The runtime knows VariantBool on Windows only.
    private Field Truth(string name) => new(name, "bool", $"[MarshalAs(UnmanagedType.{Pick("Bool", "U1", "I1")})] ", Truth);

    private Field Text(string name)
    {
        string attribute = Pick(
            "",
            "[MarshalAs(UnmanagedType.LPStr)] ",
            "[MarshalAs(UnmanagedType.LPWStr)] ",
            "[MarshalAs(UnmanagedType.LPUTF8Str)] ");
        return new(name, "string", attribute, () => Pick(WideTexts)) { IsPointer = true };
    }

    private Field FixedText(string name) =>
        new(
            name,
            "string",
            $"[MarshalAs(UnmanagedType.ByValTStr, SizeConst = {_random.Next(1, 20)})] ",
            () => Pick(_isUnicode ? WideTexts : Texts));

    private Field FixedNumbers(string name)
    {
        int count = _random.Next(1, 6);
        string type = Pick("byte", "short", "int", "long", "float", "double");
        return new(
            name,
            type + "[]",
            $"[MarshalAs(UnmanagedType.ByValArray, SizeConst = {count})] ",
            () =>
                _random.Next(5) == 0
                    ? "null!"
                    : $"new {type}[] {{ {string.Join(", ", Enumerable.Range(0, count + _random.Next(2)).Select(_ => $"unchecked(({type}){_random.Next()})"))} }}"
        );
    }

    private Field FixedTruths(string name)
    {
        int count = _random.Next(1, 6);
        return new(
            name,
            "bool[]",
            $"[MarshalAs(UnmanagedType.ByValArray, SizeConst = {count}, ArraySubType = UnmanagedType.{Pick("U1", "Bool")})] ",
            () => _random.Next(5) == 0 ? "null!" : $"new bool[] {{ {string.Join(", ", Enumerable.Range(0, count).Select(_ => Truth()))} }}"
        );
    }

    // Pointers to texts: each is told apart by its index.
    private Field FixedTexts(string name)
    {
        int count = _random.Next(1, 4);
        string element = Pick("LPStr", "LPWStr");
        string said = $"[MarshalAs(UnmanagedType.ByValArray, SizeConst = {count}, ArraySubType = UnmanagedType.{element})] ";
        return new(name, "string[]", said, () => _random.Next(5) == 0
            ? "null!"
            : $"new string[] {{ {string.Join(", ", Enumerable.Range(0, count + _random.Next(2)).Select(_ => Pick(WideTexts)))} }}")
        {
            IsPointer = true,
            Count = count,
        };
    }

    private Field Nested(string name)
    {
        string type = $"{Name}_{name}";
        Field[] fields =
        [
            .. Enumerable
                .Range(0, _random.Next(1, 4))
                .Select(index =>
                    Draw(isNested: true) is var field && field.IsPointer ? Number($"G{index}") : field with { Name = $"G{index}" }),
        ];
        string inner =
            $"[StructLayout(LayoutKind.Sequential, CharSet = CharSet.{(_isUnicode ? "Unicode" : "Ansi")})] public struct {type}\n{{\n"
            + string.Concat(fields.Select(field => $"    {field.Attribute}public {field.Type} {field.Name};\n"))
            + "}\n";
        return new(name, type, "", () => $"new {type} {{ {string.Join(", ", fields.Select(field => $"{field.Name} = {field.Value()}"))} }}")
        {
            Inner = inner,
        };
    }

    private string Truth() => _random.Next(2) == 0 ? "true" : "false";

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    private sealed record Field(string Name, string Type, string Attribute, Func<string> Value)
    {
        public bool IsPointer { get; init; }

        public int Count { get; init; } = 1;

        /// <summary>A name and an index for each pointer to a text.</summary>
        public IEnumerable<string> Pointers => IsPointer ? Enumerable.Range(0, Count).Select(index => $"{Name}:{index}") : [];

        public string Inner { get; init; } = "";
    }
}
