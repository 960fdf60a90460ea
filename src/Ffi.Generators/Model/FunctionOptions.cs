namespace Ffi.Generators.Model;

/// <summary>What the attributes of a function ask for.</summary>
/// <param name="CallingConventions">The names behind <c>CallConv</c>, such as <c>Cdecl</c>, or the full name of a type that is no calling
/// convention; empty for the platform's own.</param>
/// <param name="SuppressGCTransition">Whether the call stays in cooperative mode.</param>
/// <param name="IsOptional">Whether the library may lack the symbol.</param>
/// <param name="SetLastError">Whether the call's error number is kept.</param>
/// <param name="Variadic">The number of fixed parameters of a variadic function; 0 if it is not variadic.</param>
/// <param name="Encoding">How text is passed.</param>
/// <param name="HasTextConflict">Whether the encoding and the marshaller of strings contradict each other.</param>
/// <param name="HasMethodImpl">Whether the declaration has a <c>[MethodImpl]</c> of its own.</param>
/// <param name="HasSkipLocalsInit">Whether it has a <c>[SkipLocalsInit]</c> of its own.</param>
internal sealed record FunctionOptions(
    EquatableArray<string> CallingConventions,
    bool SuppressGCTransition = false,
    bool IsOptional = false,
    bool SetLastError = false,
    int Variadic = 0,
    TextEncoding Encoding = TextEncoding.Utf8,
    bool HasTextConflict = false,
    bool HasMethodImpl = false,
    bool HasSkipLocalsInit = false);
