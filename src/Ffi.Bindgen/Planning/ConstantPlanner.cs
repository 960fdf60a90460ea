using System.Globalization;
using System.Numerics;
using System.Text;
using Ffi.Bindgen.Planning.Names;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>Plans constants: numbers and texts; a property where platforms differ.</summary>
internal sealed class ConstantPlanner(TypeCatalog types, NameScope scope, Prefixes prefixes)
{
    /// <summary>A macro with a value; null if C# can't say it.</summary>
    public ConstantPlan? Plan(CConstant constant, List<Unbound> unbound)
    {
        Platform[] platforms = [.. constant.Platforms.Intersect(types.Platforms)];
        if ((constant.Value.First is TextValue ? Text(constant) : Number(constant, platforms)) is not var (type, value))
        {
            unbound.Add(new Unbound(constant.Name, $"its type {constant.Type} has no constants in C#"));
            return null;
        }

        string name = NameOf(constant.Name);
        return new ConstantPlan(constant.Name, name, $"{type} {name} {value};", HeadOf(constant));
    }

    /// <summary>A member of an enum without a name, or one whose value differs by platform.</summary>
    public ConstantPlan Plan(CEnumMember member, CEnum item)
    {
        string name = NameOf(member.Name);
        string type =
            item.Name.Length == 0
                ? member.Value.Variants.All(static variant => FitsInt(variant.Value))
                    ? "int"
                    : "long"
                : types.NameOf(item);
        Platform[] platforms = [.. member.Platforms.Intersect(item.Platforms).Intersect(types.Platforms)];
        string declaration = member.Value.IsUniform
            ? $"const {type} {name} = {Cast(type, Digits(member.Value.First))};"
            : $"static {type} {name} => {PlatformSwitch.Of(member.Value.Select(Digits), platforms, text => Cast(type, text))};";
        return new ConstantPlan(
            member.Name,
            name,
            declaration,
            Heads.Of(
                member.Documentation,
                $"<c>{Xml.Escape(member.Name)}</c>",
                [.. SupportedPlatforms.Attributes(PlatformSet.Of(platforms), types.Platforms)]));
    }

    private static string Cast(string type, string digits) =>
        type is "int" or "long" ? digits
        : digits.StartsWith('-') ? $"({type})({digits})"
        : $"({type}){digits}";

    private string NameOf(string cName) =>
        types.Recipe.Names.GetValueOrDefault(cName)
        ?? scope.Take(CSharpName.Escape(CSharpName.Pascal(prefixes.Strip(cName))), CSharpName.AsInC(cName));

    private HeadPlan HeadOf(CConstant constant) =>
        Heads.Of(
            constant.Documentation,
            $"<c>{Xml.Escape(constant.Name)}</c>",
            [.. SupportedPlatforms.Attributes(constant.Platforms, types.Platforms)]);

    // What stands before the name, and what behind it.
    private static (string Type, string Value)? Text(CConstant constant)
    {
        if (constant.Type.First is not ArrayType { Element: PrimitiveType { Primitive: var unit } } || !constant.Value.IsUniform)
        {
            return constant.Value.IsUniform
                ? null
                : (
                    "static ReadOnlySpan<byte>",
                    $"=> {PlatformSwitch.Of(constant.Value.Select(static value => ((TextValue)value).Value), [.. constant.Platforms], Utf8)}"
                );
        }

        string text = ((TextValue)constant.Value.First).Value;
        return unit is Primitive.Char or Primitive.I8 or Primitive.U8
            ? ("static ReadOnlySpan<byte>", $"=> {Utf8(text)}")
            : ("const string", $"= {Literal(text)}");
    }

    private (string Type, string Value)? Number(CConstant constant, Platform[] platforms)
    {
        List<(Platform, Value)> values = [];
        foreach (Platform platform in platforms)
        {
            if (TypeOf(constant, platform) is not { } value)
            {
                return null;
            }

            values.Add((platform, value));
        }

        string? type =
            constant.Type.First is PointerType ? "nint"
            : values.All(static pair => pair.Item2.Kind is ValueKind.Integer) ? IntegerType(constant, values)
            : ValueUnion.Of(values)?.Type;
        if (type is null)
        {
            return null;
        }

        PerPlatform<string> texts = constant.Value.Select(value => Say(value, type));
        bool isConst =
            type != "nint"
            || constant.Value.Variants.All(static variant => variant.Value is IntegerValue { Value: var number } && FitsInt(number));
        return texts.IsUniform
            ? isConst ? ($"const {type}", $"= {texts.First}") : ($"static {type}", $"=> {texts.First}")
            : ($"static {type}", $"=> {PlatformSwitch.Of(texts, platforms, static text => text)}");
    }

    private Value? TypeOf(CConstant constant, Platform platform) => types.Index.Resolve(constant.Type.On(platform), platform) switch
    {
        PrimitiveType { Primitive: Primitive.LongDouble } => new Value("double", ValueKind.Floating, 8, 8),
        PointerType => new Value("nint", ValueKind.Address, 8, 8),
        var type => types.Values.Passed(type, platform),
    };

    // C's long differs in size, a constant of it doesn't if the value is small.
    private static string? IntegerType(CConstant constant, List<(Platform, Value)> values)
    {
        BigInteger[] numbers =
        [
            .. constant.Value.Variants.Select(static variant => variant.Value).OfType<IntegerValue>().Select(static value => value.Value),
        ];
        string? joined = ValueUnion.Of(values)?.Type;
        if (joined is "int" or "uint" or "long" or "ulong" or "byte" or "sbyte" or "short" or "ushort")
        {
            return joined;
        }

        bool isSigned = values.All(static pair => pair.Item2.IsSigned) || numbers.Any(static number => number.Sign < 0);
        return numbers.All(FitsInt) ? "int"
            : !isSigned && numbers.All(static number => number <= uint.MaxValue) ? "uint"
            : isSigned ? "long"
            : "ulong";
    }

    private static string Say(ConstantValue value, string type) => value switch
    {
        IntegerValue { Value: var number } when type == "bool" => number.IsZero ? "false" : "true",
        IntegerValue { Value: var number } when type == "nint" && !FitsInt(number) => $"unchecked((nint){Digits(number)})",
        IntegerValue { Value: var number } when type == "long" && number > long.MaxValue => $"unchecked((long){Digits(number)})",
        IntegerValue { Value: var number } => Digits(number),
        FloatValue { Value: var number } => Say(number, type),
        _ => throw new InvalidOperationException("A constant is a number or text."),
    };

    private static string Say(double number, string type) =>
        double.IsNaN(number) ? $"{type}.NaN"
        : double.IsPositiveInfinity(number) ? $"{type}.PositiveInfinity"
        : double.IsNegativeInfinity(number) ? $"{type}.NegativeInfinity"
        : type == "float" ? ((float)number).ToString("R", CultureInfo.InvariantCulture) + "f"
        : number.ToString("R", CultureInfo.InvariantCulture) + "d";

    private static string Digits(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool FitsInt(BigInteger number) => number >= int.MinValue && number <= int.MaxValue;

    // A byte that is no UTF-8 is an unpaired surrogate in a digest. As behind every u8 text, a NUL follows that is not counted.
    private static string Utf8(string text)
    {
        if (!text.Any(char.IsSurrogate) || IsPaired(text))
        {
            return Literal(text) + "u8";
        }

        byte[] bytes =
        [
            .. text.SelectMany(static character =>
                character is >= '\uDC80' and <= '\uDCFF' ? [(byte)(character & 0xFF)] : Encoding.UTF8.GetBytes([character])),
        ];
        return $"((ReadOnlySpan<byte>)[{string.Join(", ", bytes.Append((byte)0))}])[..{bytes.Length}]";
    }

    private static bool IsPaired(string text) => text.EnumerateRunes().All(static rune => rune != Rune.ReplacementChar);

    private static string Literal(string text)
    {
        StringBuilder literal = new("\"");
        foreach (char character in text)
        {
            _ = character switch
            {
                '"' => literal.Append("\\\""),
                '\\' => literal.Append(@"\\"),
                '\n' => literal.Append("\\n"),
                '\r' => literal.Append("\\r"),
                '\t' => literal.Append("\\t"),
                < ' ' or (>= '\u007F' and < '\u00A0') or '\u2028' or '\u2029' => literal.Append(
                    CultureInfo.InvariantCulture,
                    $"\\u{(int)character:X4}"),
                _ => literal.Append(character),
            };
        }

        return literal.Append('"').ToString();
    }
}
