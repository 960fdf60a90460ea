using Ffi.Headers.Digest;
using Ffi.Headers.Text;

namespace Ffi.Tool.Reading;

/// <summary>Single declarations, in the words of a digest.</summary>
internal static class ItemText
{
    /// <summary>The declaration without its members and place: <c>struct MDB_val size 16 align 8</c>.</summary>
    public static string FirstLineOf(CItem item, PlatformSet platforms)
    {
        string line = LinesOf(item with { Location = null }, platforms)[0];
        return line;
    }

    /// <summary>The declaration and its members.</summary>
    public static string[] LinesOf(CItem item, PlatformSet platforms)
    {
        string text = DigestWriter.Write(new Builder(platforms).With(item), includesDocumentation: false);
        // The facts about the digest end at the first empty line.
        return text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..].TrimEnd('\n').Split('\n');
    }

    private readonly record struct Builder(PlatformSet Platforms)
    {
        public HeaderDigest With(CItem item)
        {
            HeaderDigest empty = new() { Platforms = Platforms };
            return item switch
            {
                CFunction function => empty with { Functions = One(function) },
                CRecord record => empty with { Records = One(record) },
                COpaque opaque => empty with { Opaques = One(opaque) },
                CEnum @enum => empty with { Enums = One(@enum) },
                CTypedef typedef => empty with { Typedefs = One(typedef) },
                CVariable variable => empty with { Variables = One(variable) },
                CConstant constant => empty with { Constants = One(constant) },
                CMacro macro => empty with { Macros = One(macro) },
                _ => throw new InvalidOperationException($"{item.GetType()} has no text."),
            };
        }

        private static EquatableArray<T> One<T>(T item) => new[] { item }.ToEquatableArray();
    }
}
