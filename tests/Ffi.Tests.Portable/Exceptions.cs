using System.Runtime.CompilerServices;

namespace Ffi.Tests.Portable;

/// <summary>Tests that can't run in a published program, and why not. docs/reference/platforms.md refers to this list.</summary>
internal static class Exceptions
{
    private const string OpenType = "Binds a delegate type that is only known at run time, which NativeAOT refuses.";
    private const string Control =
        "The control of another test: code that is compiled ahead leaves AL so that doubles arrive all the same.";

    /// <summary>Where the tests themselves are native code from the start.</summary>
    private static readonly Dictionary<string, string> s_compiledAhead = new()
    {
        ["Ffi.Tests.Variadics.VariadicFunctionTests.Control_TheSameFunctionNotSaidToBeVariadic_LosesDoubles"] = Control,
        ["Ffi.Tests.NativeCalls.NativeCallVariadicTests.LowByteOfTheAddressZero_ControlWithoutThunk_LosesTheDouble"] = Control,
        ["Ffi.Tests.Calls.Pinning.CompactionTests.UnpinnedArray_IsMovedByTheSameCollection"] =
            "The control's array stayed where it was, so the tests beside it prove less there.",
    };

    /// <summary>Where nothing can be compiled at run time, as with NativeAOT.</summary>
    private static readonly Dictionary<string, string> s_withoutDynamicCode = new()
    {
        ["Ffi.Tests.Calls.Booleans.BooleanReferenceTests.FunctionsCompiledAtRunTime_DoTheSame"] = OpenType,
        ["Ffi.Tests.Calls.Booleans.BooleanCallbackTests.CallbacksMadeAtRunTime_DoTheSame"] = OpenType,
        ["Ffi.Tests.Calls.Pinning.NullPointerTests.FunctionsCompiledAtRunTime_DoTheSame"] = OpenType,
        ["Ffi.Tests.Delegates.DelegateOfDelegatesTests.ADelegateTypeThatNativeCodeCannotCall_IsRefusedWhereTheFunctionIsBound"] = OpenType,
        ["Ffi.Tests.Callbacks.CallbackDefaultTests.OfCallbacksMadeAtRunTime_ArriveBitForBit"] = OpenType,
        ["Ffi.Tests.Delegates.GetFunctionTests.Binding_AllocatesTheTrampolineAndTheDelegateOnly"] =
            "Asserts the size of a delegate, which is another there.",
        ["Ffi.Tests.Variadics.VariadicFunctionTests.ADelegateWhoseTypeIsOpen_PassesItsDoubleToo"] = OpenType,
    };

    // Set by the project file; null where the program was not published.
    private static bool IsCompiledAhead => AppContext.GetData("Ffi.PublishedAs") is "NativeAot" or "SingleFile";

    /// <summary>Why a test is left out; null where it runs.</summary>
    public static string? ReasonAgainst(string test) =>
        IsCompiledAhead && s_compiledAhead.TryGetValue(test, out string? reason) ? reason
        : RuntimeFeature.IsDynamicCodeSupported ? null
        : s_withoutDynamicCode.GetValueOrDefault(test);
}
