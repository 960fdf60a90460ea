namespace Ffi.Generators.Model;

/// <summary>The methods whose calls are replaced at compile time.</summary>
internal enum InterceptedMethod
{
    /// <summary><c>NativeModule.GetFunction&lt;TDelegate&gt;(string)</c></summary>
    GetFunction,

    /// <summary><c>NativeModule.TryGetFunction&lt;TDelegate&gt;(string, out TDelegate?)</c></summary>
    TryGetFunction,

    /// <summary><c>NativeDelegate.FromPointer&lt;TDelegate&gt;(nint)</c></summary>
    FromPointer,
}
