using System.Runtime.InteropServices;

namespace Ffi.Tests.Delegates.Table;

/// <summary>A delegate type for each row of docs/reference/conversion.md, or several: <see cref="ConversionTableTests"/> binds each in
/// every form.</summary>
internal static partial class ConversionTable
{
    private const string Booleans = "`bool`, also `ref`, `in`, `out`";
    private const string Pinned = "`ref`, `in`, `out`, `Span<T>`, `ReadOnlySpan<T>`, `T[]`, `Memory<T>` of unmanaged `T`";

    public static IReadOnlyList<TableRow> Rows { get; } = [.. Values, .. Memory, .. Text, .. Handles, .. Callbacks, .. Errors];

    private static nint Fixture { get; } = NativeLibrary.Load("benchmarktest", typeof(ConversionTable).Assembly, null);

    /// <summary>The parameter that a call is refused for.</summary>
    private static string? NameOfRefused(Action call) => Assert.ThrowsAny<ArgumentException>(call).ParamName;

    private static string Thrown(Action call) => Record.Exception(call)?.GetType().Name ?? "nothing";
}
