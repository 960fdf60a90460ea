namespace Ffi.Generators.Planning;

/// <summary>How one parameter crosses. A closed set of records; what each one writes is in the shape of the same name.</summary>
/// <param name="Declaration">The parameter as the generated half declares it.</param>
/// <param name="NativeType">Its type in the native signature; empty where native code never sees it.</param>
internal abstract record ParameterPlan(string Declaration, string NativeType);

/// <summary>A value that is passed as it is, or by one conversion.</summary>
/// <param name="Argument">The expression that is passed.</param>
/// <param name="IsVariadicDouble">Whether it is a <c>double</c> in place of a function's dots, which Windows passes by its bits.</param>
internal sealed record DirectParameter(string Declaration, string NativeType, string Argument, bool IsVariadicDouble = false)
    : ParameterPlan(Declaration, NativeType);

/// <summary>Memory of the caller, pinned from before the call until after it.</summary>
/// <param name="Target">What <c>fixed</c> pins.</param>
/// <param name="Pointer">The local that points to it.</param>
/// <param name="Cleared">The <c>out</c> parameter to set to its default first; null for the others.</param>
/// <param name="KeptAlive">The <c>Memory</c> whose owner must outlive the call; null for the others.</param>
internal sealed record PinnedParameter(
    string Declaration,
    string NativeType,
    string Target,
    string Pointer,
    string? Cleared = null,
    string? KeptAlive = null) : ParameterPlan(Declaration, NativeType);
