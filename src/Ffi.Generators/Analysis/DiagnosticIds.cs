namespace Ffi.Generators.Analysis;

/// <summary>Every id of the package, once. FFI0001–0999: declarations; FFI1001–1999: liveness; FFI2001–2999: advice.</summary>
internal static partial class DiagnosticIds
{
    public const string BindingNeedsGeneratedCode = "FFI0043";
    public const string FixedPointerEscapes = "FFI1001";
    public const string UnpinnedAddress = "FFI1002";
    public const string StackAddressEscapes = "FFI1003";
    public const string BorrowedArgumentRetained = "FFI1004";
    public const string PinUsedAfterRelease = "FFI1005";
    public const string PinNotReleased = "FFI1006";
    public const string ReleasedTwice = "FFI1007";
    public const string CallbackNotKeptAlive = "FFI1008";
    public const string RawHandleOutlivesOwner = "FFI1009";
    public const string AddressAcrossAwait = "FFI1010";
    public const string UnsafeSuppressGCTransition = "FFI1011";
    public const string ExceptionLeavesCallback = "FFI1012";
    public const string CallbackNotBlittable = "FFI1013";
    public const string NativeMemoryMisused = "FFI1014";
    public const string NativeMemoryNotFreed = "FFI1015";
    public const string BorrowedResultInvalid = "FFI1016";
    public const string HandleUsedAfterFree = "FFI1017";
    public const string SymbolUsedAfterUnload = "FFI1018";
    public const string LastErrorLost = "FFI1019";
    public const string PinnedStringWritten = "FFI1020";
    public const string ManagedFunctionPointerPassed = "FFI1021";
    public const string SpanWithoutNul = "FFI1022";
    public const string HandleNotPinned = "FFI1023";
    public const string CouldBeNativeFunction = "FFI2001";
    public const string CouldBeNativeDelegate = "FFI2002";
    public const string ClosureInLoop = "FFI2003";
    public const string CouldBePinnedBuffer = "FFI2004";
    public const string CouldBorrowHandle = "FFI2005";
    public const string ImportStays = "FFI2006";
    public const string CallNotIntercepted = "FFI2101";
}
