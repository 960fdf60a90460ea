using System.Runtime.CompilerServices;

namespace Ffi.Tests.Aot;

/// <summary>Tests that can't run in a program without run-time compilation, and why not. docs/platforms.md refers to this list.</summary>
internal static class Exceptions
{
    private const string OpenType = "Binds a delegate type that is only known at run time, which NativeAOT refuses.";
    private const string Control = "The control of another test: NativeAOT leaves AL so that doubles arrive all the same.";

    private static readonly Dictionary<string, string> s_reasons = new()
    {
        ["Ffi.Tests.Delegates.DelegateOfDelegatesTests.WithADelegateTypeThatIsOnlyKnownAtRunTime_TheErrorNamesTheParameter"] = OpenType,
        ["Ffi.Tests.Delegates.DelegateOfDelegatesTests.LastErrorParameter_OfADelegateTypeThatIsOnlyKnownAtRunTime_IsRefused"] = OpenType,
        ["Ffi.Tests.Delegates.GetFunctionTests.FromPointer_OfNull_IsRefused"] = OpenType,
        ["Ffi.Tests.Delegates.GetFunctionTests.Binding_AllocatesTheTrampolineAndTheDelegateOnly"] = "Asserts the size of a delegate, which is another there.",
        ["Ffi.Tests.Variadics.VariadicFunctionTests.ADelegateWhoseTypeIsOpen_IsRefusedRatherThanCalledWrong"] = OpenType,
        ["Ffi.Tests.Variadics.VariadicFunctionTests.Control_TheSameFunctionNotSaidToBeVariadic_LosesDoubles"] = Control,
        ["Ffi.Tests.NativeCalls.NativeCallVariadicTests.LowByteOfTheAddressZero_ControlWithoutThunk_LosesTheDouble"] = Control,
        ["Ffi.Tests.Calls.Pinning.CompactionTests.UnpinnedArray_IsMovedByTheSameCollection"] = "The control's array stayed where it was, so the tests beside it prove less there.",
    };

    /// <summary>Why a test is left out; null where it runs.</summary>
    public static string? ReasonAgainst(string test) => RuntimeFeature.IsDynamicCodeSupported ? null : s_reasons.GetValueOrDefault(test);
}
