using System.Reflection;
using Ffi.Abi.Tests.Running;
using Ffi.Abi.Tests.Structs;

namespace Ffi.Abi.Tests;

/// <summary>Structs of random fields: each is the same bytes in C, texts aside, whether the runtime marshals it or generated code converts
/// it, and is the same again in C#.</summary>
public sealed class RandomStructTests
{
    private const int Shapes = 100;

    private const string Checks = """
        static class Checks
        {
            public static string Compare<S>(string[] textFields, Func<int, S> make, Copying<S> copyImport, Copying<S> copyFunction, Filling<S> fillImport, Filling<S> fillFunction)
            {
                int size = Marshal.SizeOf<S>();
                int[] texts = [.. textFields.Select(field => PlaceOf(typeof(S), field.Split(':')[0], int.Parse(field.Split(':')[1])))];
                for (int n = 0; n < 5; n++)
                {
                    S value = make(n);
                    byte[] import = new byte[size], function = new byte[size];
                    copyImport(in value, import, size, texts, texts.Length);
                    copyFunction(in value, function, size, texts, texts.Length);
                    if (!import.AsSpan().SequenceEqual(function))
                    {
                        return $"{typeof(S).Name}, value {n}:\n{Convert.ToHexString(import)}\n{Convert.ToHexString(function)}";
                    }

                    // Back: the bytes without texts, whose pointers are gone.
                    foreach (int text in texts)
                    {
                        import.AsSpan(text >> 1, 8).Clear();
                    }

                    fillImport(out S fromImport, import, size);
                    fillFunction(out S fromFunction, import, size);
                    if (Tell(fromImport) is var first && Tell(fromFunction) is var second && first != second)
                    {
                        return $"{typeof(S).Name}, value {n}, back:\n{first}\n{second}";
                    }
                }

                return "";
            }

            private static int PlaceOf(Type type, string field, int index) =>
                ((int)Marshal.OffsetOf(type, field) + index * 8) << 1 | (IsWide(type, field) ? 1 : 0);

            private static bool IsWide(Type type, string field) => type.GetField(field)!.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType == typeof(MarshalAsAttribute)) is { } said
                ? (UnmanagedType)said.ConstructorArguments[0].Value! == UnmanagedType.LPWStr
                    || said.NamedArguments.Any(argument =>
                        argument.MemberName == "ArraySubType" && (UnmanagedType)(int)argument.TypedValue.Value! == UnmanagedType.LPWStr)
                : type.IsUnicodeClass;

            private static string Tell(object? value) => value switch
            {
                null => "null",
                string or Enum => $"\"{value}\"",
                Array array => $"[{string.Join(" ", array.Cast<object?>().Select(Tell))}]",
                _ when value.GetType().IsPrimitive => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
                _ => $"({string.Join(" ", value.GetType().GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public).Select(field => Tell(field.GetValue(value))))})",
            };
        }

        delegate void Copying<S>(in S value, byte[] target, int size, int[] texts, int count);
        delegate void Filling<S>(out S value, byte[] source, int size);
        """;

    [Fact]
    public void AConvertedStruct_IsWhatTheRuntimeMakesOfIt()
    {
        // By its path: an assembly that was compiled here has no folder.
        string file = OperatingSystem.IsWindows() ? "benchmarktest.dll" : "libbenchmarktest.so";
        string library = Path.Combine(AppContext.BaseDirectory, file).Replace('\\', '/');
        StructShape[] shapes = [.. Enumerable.Range(1, Shapes).Select(seed => new StructShape(seed))];
        string declarations = string.Concat(shapes.Select(shape => shape.Declare()));
        string imports = string.Concat(shapes.Select(shape => $"""
                [DllImport("{library}", EntryPoint = "layout_copy")]
                public static extern void Copy(in {shape.Name} value, byte[] target, int size, int[] texts, int count);
                [DllImport("{library}", EntryPoint = "layout_fill")]
                public static extern void Fill(out {shape.Name} value, byte[] source, int size);

            """));
        string functions = string.Concat(shapes.Select(shape => $"""
                [NativeFunction("layout_copy")]
                public static partial void Copy(in {shape.Name} value, byte[] target, int size, int[] texts, int count);
                [NativeFunction("layout_fill")] public static partial void Fill(out {shape.Name} value, byte[] source, int size);

            """));
        string runs = string.Concat(shapes.Select(shape =>
            $"            Checks.Compare<{shape.Name}>({shape.Name}.TextFields, {shape.Name}.Make, Imports.Copy, Functions.Copy, Imports.Fill, Functions.Fill),\n"));
        Assembly assembly = BindingCompiler.Compile($$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Runtime.InteropServices;
            using Ffi;
            {{declarations}}
            public static class Imports
            {
            {{imports}}}

            [NativeLibrary("{{library}}")] public static partial class Functions
            {
            {{functions}}}

            {{Checks}}

            public static class Program
            {
                public static string[] Run() =>
                [
            {{runs}}        ];
            }
            """);

        string[] results = (string[])assembly.GetType("Program")!.GetMethod("Run")!.Invoke(null, null)!;
        Assert.Equal(Shapes, results.Length);
        Assert.All(results, result => Assert.Equal("", result));
    }
}
