namespace Ffi.Abi.Tests.Sources;

/// <summary>Delegates bound in generic code, so that their calls are compiled at run time.</summary>
internal sealed class DynamicDelegatePath : DelegatePath
{
    protected override string Binder =>
        "static T Open<T>(string name) where T : Delegate => On(NativePath.Dynamic, module.GetFunction<T>(name));";

    protected override string Bind(string delegateType, string symbol) => $"""Open<{delegateType}>("{symbol}")""";
}
