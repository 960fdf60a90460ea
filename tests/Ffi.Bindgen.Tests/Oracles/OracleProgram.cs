using System.Globalization;
using System.Text;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Tests.Oracles;

/// <summary>A C program that says where a digest and the compiler disagree.</summary>
internal sealed class OracleProgram(HeaderDigest digest, Platform platform)
{
    private const string Prologue = """
        #include <stdio.h>
        #include <string.h>
        #include <stddef.h>
        static int ffi_checked;
        static void ffi_number(const char *what, long long is, long long expected)
        {
            ffi_checked++;
            if (is != expected) printf("%s is %lld, not %lld\n", what, is, expected);
        }
        static void ffi_real(const char *what, double is, unsigned long long expected)
        {
            unsigned long long bits;
            memcpy(&bits, &is, 8);
            ffi_checked++;
            if (bits != expected) printf("%s is %a, bits %llx, not %llx\n", what, is, bits, expected);
        }
        static void ffi_bits(const char *what, const unsigned char *bytes, size_t size, size_t first, size_t width)
        {
            ffi_checked++;
            for (size_t bit = 0; bit < size * 8; bit++)
                if ((bytes[bit / 8] >> bit % 8 & 1) != (bit >= first && bit < first + width)) { printf("%s: bit %d differs\n", what, (int)bit); return; }
        }
        static void ffi_text(const char *what, const char *is, size_t size, const char *expected, size_t expected_size)
        {
            ffi_checked++;
            if (size != expected_size || memcmp(is, expected, size)) printf("%s differs\n", what);
        }

        """;

    private readonly DigestIndex _index = new(digest);
    private readonly StringBuilder _checks = new();
    private int _functions;

    // A macro of a field's name, as libxml2 has some, would be taken for the field.
    private string Hidden => string.Concat(digest.Records.SelectMany(static record => record.Fields).Select(static member => member.Name)
        .Intersect(digest.Macros.Select(static macro => macro.Name)).Select(static name => $"#undef {name}\n"));

    /// <summary>How many facts the program checks.</summary>
    public int Count { get; private set; }

    /// <summary>The program.</summary>
    public string Source(string includes)
    {
        string calls = string.Concat(Enumerable.Range(0, _functions).Select(static index => $"    ffi_check_{index}();\n"));
        return $"{includes}\n{Hidden}{Prologue}\n{_checks}\n#undef main\nint main(void)\n{{\n{calls}    printf(\"checked %d\\n\", ffi_checked);\n    return 0;\n}}\n";
    }

    /// <summary>Checks size, alignment, offsets, sizes of fields and bits of a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="name">The record's name as a C program writes it.</param>
    public void Check(CRecord record, string name) => InFunction(() =>
    {
        RecordLayout layout = record.Layout.On(platform);
        Number($"sizeof({name})", layout.Size);
        Number($"_Alignof({name})", layout.Alignment);
        CheckFields(record, name, "", 0);
    });

    /// <summary>Checks the value and the type's size of a constant.</summary>
    public void Check(CConstant constant) =>
        InFunction(() =>
        {
            string name = constant.Name;
            switch (constant.Value.On(platform))
            {
                case IntegerValue { Value: var value }:
                    Number($"(long long){name}", (long)(ulong)(value & ulong.MaxValue), $"(long long)({name})");
                    CheckSize(constant);
                    break;
                case FloatValue { Value: var value }:
                    Line($"    ffi_real(\"{name}\", (double)({name}), 0x{BitConverter.DoubleToUInt64Bits(value):X}ull);");
                    CheckSize(constant);
                    break;
                case TextValue { Value: var text }
                    when constant.Type.On(platform)
                        is ArrayType { Element: PrimitiveType { Primitive: Primitive.Char }, Length: var length }:
                    Line($"    ffi_text(\"{name}\", {name}, sizeof({name}), {Quote(text)}, {length});");
                    break;
            }
        });

    /// <summary>Checks the values of an enum.</summary>
    public void Check(CEnum item) => InFunction(() =>
    {
        foreach (CEnumMember member in item.Members.Where(member => member.Platforms.Contains(platform)))
        {
            Number(member.Name, (long)(ulong)(member.Value.On(platform) & ulong.MaxValue), $"(long long)({member.Name})");
        }
    });

    private void CheckSize(CConstant constant) =>
        Number($"sizeof {constant.Name}", _index.LayoutOf(constant.Type.On(platform), platform)!.Value.Size, $"sizeof({constant.Name})");

    private void CheckFields(CRecord record, string name, string path, long baseBits)
    {
        foreach (CField field in record.FieldsOn(platform))
        {
            string place = path + field.Name;
            long bits = baseBits + field.BitOffset.On(platform);
            if (field.BitWidth is { } width)
            {
                Line(
                    $"    {{ static {name} value; memset(&value, 0, sizeof value); value.{place} = -1; ffi_bits(\"{name}.{place}\", (unsigned char *)&value, sizeof value, {bits}, {width}); }}"
                );
                continue;
            }

            CType type = field.Type.On(platform);
            if (field.Name.Length > 0)
            {
                Number($"offsetof({name}, {place})", bits / 8);
                if (_index.LayoutOf(type, platform) is { } layout && type is not ArrayType { Length: null })
                {
                    Number($"sizeof {name}.{place}", layout.Size, $"sizeof((({name} *)0)->{place})");
                }
            }

            CheckUnnamed(type, name, field.Name.Length == 0 ? path : place, field.Name.Length == 0 ? "" : ".", bits);
        }
    }

    // What has no name in C is checked through the field that has its type.
    private void CheckUnnamed(CType type, string name, string path, string separator, long bits)
    {
        if (type is ArrayType { Element: var element, Length: > 0 })
        {
            CheckUnnamed(element, name, path + "[0]", separator, bits);
        }
        else if (
            type is NamedType { Name: var typeName }
            && typeName.Contains('.')
            && _index.FindType(typeName, platform) is CRecord record)
        {
            CheckFields(record, name, path + separator, bits);
        }
    }

    private void InFunction(Action write)
    {
        Line($"static void ffi_check_{_functions++}(void)\n{{");
        write();
        Line("}");
    }

    private void Number(string expression, long expected) => Number(expression, expected, expression);

    private void Number(string what, long expected, string expression) =>
        Line(
            $"    ffi_number(\"{what}\", {expression}, {(expected == long.MinValue ? "-9223372036854775807ll - 1" : expected.ToString(CultureInfo.InvariantCulture) + "ll")});"
        );

    private void Line(string text)
    {
        Count += text.StartsWith("    ", StringComparison.Ordinal) ? 1 : 0;
        _checks.Append(text).Append('\n');
    }

    // Three octal digits end an escape, whatever follows.
    private static string Quote(string text) =>
        $"\"{string.Concat(Encoding.UTF8.GetBytes(text).Select(static value => $"\\{Convert.ToString(value, 8).PadLeft(3, '0')}"))}\"";
}
