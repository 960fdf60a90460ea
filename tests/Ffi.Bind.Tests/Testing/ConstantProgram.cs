using System.Globalization;

namespace Ffi.Bind.Tests.Testing;

/// <summary>A C program that prints constants, each on a line, as <see cref="Say"/> says C#'s.</summary>
internal sealed class ConstantProgram
{
    private const int CallsInAFunction = 200;

    private const string Prologue = """
        #include <stdio.h>
        #include <string.h>
        #include <stdint.h>
        static void ffi_whole(const char *name, int is_negative, unsigned long long value)
        {
            if (is_negative) printf("%s %lld\n", name, (long long)value);
            else printf("%s %llu\n", name, value);
        }
        static void ffi_real(const char *name, double value)
        {
            unsigned long long bits;
            memcpy(&bits, &value, 8);
            if (value != value) printf("%s NaN\n", name);
            else printf("%s %016llX\n", name, bits);
        }
        static void ffi_text(const char *name, const void *text, size_t units, size_t size)
        {
            printf("%s \"", name);
            for (size_t i = 0; i < units; i++)
            {
                unsigned unit = size == 1 ? ((const unsigned char *)text)[i] : size == 2 ? ((const uint16_t *)text)[i] : ((const uint32_t *)text)[i];
                printf("%X ", unit);
            }
            printf("\"\n");
        }

        """;

    private readonly List<string> _calls = [];

    /// <summary>Has a constant printed.</summary>
    /// <param name="name">Its name in C.</param>
    /// <param name="managed">What C# has: C is asked for a value of this kind.</param>
    public void Add(string name, object managed) => _calls.Add(managed switch
    {
        float or double => $"ffi_real(\"{name}\", {name});",
        byte[] or string => $"ffi_text(\"{name}\", {name}, sizeof({name}) / sizeof(*{name}) - 1, sizeof(*{name}));",
        nint => $"ffi_whole(\"{name}\", (intptr_t)({name}) < 0, (unsigned long long)(intptr_t)({name}));",
        _ => $"ffi_whole(\"{name}\", ({name}) < 0, (unsigned long long)({name}));",
    });

    /// <summary>The program.</summary>
    public string Source(string includes)
    {
        string[][] parts = [.. _calls.Chunk(CallsInAFunction)];
        string functions = string.Concat(
            parts.Select(static (calls, index) => $"static void ffi_part_{index}(void)\n{{\n    {string.Join("\n    ", calls)}\n}}\n"));
        string main = string.Concat(parts.Select(static (_, index) => $"    ffi_part_{index}();\n"));
        return $"{includes}\n{Prologue}\n{functions}\n#undef main\nint main(void)\n{{\n{main}    return 0;\n}}\n";
    }

    /// <summary>The value as the program prints it.</summary>
    public static string Say(object value) => value switch
    {
        bool truth => truth ? "1" : "0",
        float number => Say((double)number),
        double.NaN => "NaN",
        double number => BitConverter.DoubleToUInt64Bits(number).ToString("X16", CultureInfo.InvariantCulture),
        byte[] text => Units(text.Select(static unit => (uint)unit)),
        string text => Units(text.EnumerateRunes().Select(static rune => (uint)rune.Value)),
        _ => Convert.ToString(value is nint address ? (long)address : value, CultureInfo.InvariantCulture)!,
    };

    private static string Units(IEnumerable<uint> units) =>
        $"\"{string.Concat(units.Select(static unit => unit.ToString("X", CultureInfo.InvariantCulture) + " "))}\"";
}
