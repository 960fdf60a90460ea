namespace Ffi.Generators.Model;

/// <summary>A call that is replaced at compile time by one that knows the delegate type.</summary>
/// <param name="Method">Which method is called.</param>
/// <param name="DelegateType">The delegate type's C# spelling, with <c>global::</c>; of one that only its own file can name, with what
/// tells it from its namesakes.</param>
/// <param name="Signature">The delegate type, read as a function.</param>
/// <param name="Surroundings">What a file that names the type needs around it.</param>
/// <param name="Interception">The attribute that names the call's place to the compiler.</param>
/// <param name="IsHidden">Whether a generated file can't name the delegate type, so that it must come as the call's type argument.</param>
internal sealed record CallSiteModel(
    InterceptedMethod Method,
    string DelegateType,
    FunctionModel Signature,
    SurroundingsModel Surroundings,
    string Interception,
    bool IsHidden = false
) : ICallSite;
