namespace Ffi.Abi.Tests.Sources;

/// <summary>Calls whose signature is data that was prepared.</summary>
internal sealed class NativeSignaturePath : NativeCallPath
{
    protected override string Invoke(string function, string returns, string parameters, string arguments) =>
        $"new NativeSignature({returns}{parameters}).Invoke({function}, [{arguments}])";
}
