namespace Ffi.Generators.Model;

/// <summary>A delegate that native code calls.</summary>
/// <param name="DelegateType">The delegate type's C# spelling, with <c>global::</c> and without annotation.</param>
/// <param name="Signature">The delegate type, read as a function.</param>
/// <param name="Default">What native code gets after an exception; null for the type's own default.</param>
/// <param name="ContinuesAfterException">Whether it is still called in a native call that it threw in.</param>
internal sealed record CallbackModel(
    string DelegateType,
    FunctionModel Signature,
    CallbackDefaultModel? Default = null,
    bool ContinuesAfterException = false);
