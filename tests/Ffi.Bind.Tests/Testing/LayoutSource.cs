using Ffi.Bindgen.Planning;
using Ffi.Headers.Digest;

namespace Ffi.Bind.Tests.Testing;

/// <summary>C# that tells where .NET puts the fields of a binding's structs, and what the digest says of this platform.</summary>
internal static class LayoutSource
{
    public const string ClassName = "LayoutOfStructs";

    /// <summary>A class whose method gives a line for each struct: its C name, size, and each field with its offset.</summary>
    public static string Write(BindingPlan plan, Platform platform) => $$"""
        // A struct may have nothing that can be seen from outside.
        #pragma warning disable CS0219
        namespace {{plan.Namespace}};

        internal static unsafe class {{ClassName}}
        {
            public static string Tell()
            {
                var text = new System.Text.StringBuilder();
        {{string.Join("\n", plan.Structs.Where(item => item.Record.Platforms.Contains(platform)).Select(static (item, index) => $$"""
                { {{item.Name}} value = default; text.Append("{{item.Record.Name}} ").Append(sizeof({{item.Name}})); {{string.Concat(FieldsOf(item).Select(static field => $"text.Append(\" {field.CName}@\").Append((byte*)&value.{field.Name} - (byte*)&value); "))}}text.Append('\n'); }
        """))}}
                return text.ToString();
            }
        }
        """;

    /// <summary>The same lines, of the digest.</summary>
    public static string Expect(BindingPlan plan, Platform platform) =>
        string.Concat(
            plan.Structs.Where(item => item.Record.Platforms.Contains(platform))
                .Select(item =>
                    $"{item.Record.Name} {item.Record.Layout.On(platform).Size}{string.Concat(FieldsOf(item).Select(field => $" {field.CName}@{item.Record.Fields.Single(known => known.Name == field.CName).OffsetOn(platform)}"))}\n"
                ));

    private static IEnumerable<FieldPlan> FieldsOf(StructPlan item) =>
        item.Fields.Where(field => field.Accessibility == "public" && field.CName.Length > 0);
}
