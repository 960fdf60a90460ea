using Ffi.Headers.Digest;

namespace Ffi.Headers.Text;

/// <summary>Struct or union, as C writes it.</summary>
internal static class KindText
{
    public static string Of(RecordKind kind) => kind == RecordKind.Union ? "union" : "struct";
}
