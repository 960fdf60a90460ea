namespace Ffi.Abi.Tests.Sources;

/// <summary>Delegates whose type is known where they are bound: the call is intercepted.</summary>
internal sealed class TypedDelegatePath : DelegatePath
{
    protected override string Binder => "";

    protected override string Bind(string delegateType, string symbol) =>
        $"""On(NativePath.Direct, module.GetFunction<{delegateType}>("{symbol}"))""";
}
