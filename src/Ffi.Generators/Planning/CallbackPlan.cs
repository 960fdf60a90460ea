using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>The entry points of one delegate type.</summary>
/// <param name="ClassName">The class that holds them.</param>
/// <param name="DelegateType">The delegate type, with <c>global::</c>.</param>
/// <param name="Description">What messages call a callback of the type.</param>
/// <param name="Signature">What native code sees, and how it becomes the delegate's arguments.</param>
/// <param name="ContinuesAfterException">Whether a delegate is still called in a native call that it threw in.</param>
internal sealed record CallbackPlan(
    string ClassName,
    string DelegateType,
    string Description,
    CallbackSignature Signature,
    bool ContinuesAfterException);

/// <summary>The entry point of one static method.</summary>
/// <param name="Name">The method, escaped.</param>
/// <param name="PlainName">Its name as messages tell it, with its type.</param>
/// <param name="Accessibility">The method's accessibility, which its property has too.</param>
/// <param name="Property">The property that has the address.</param>
/// <param name="OnException">The name of the policy.</param>
/// <param name="Signature">What native code sees, and how it becomes the method's arguments.</param>
internal sealed record CallbackMethodPlan(
    string Name,
    string PlainName,
    string Accessibility,
    string Property,
    string OnException,
    CallbackSignature Signature);

/// <summary>The file of one type's callbacks.</summary>
internal sealed record CallbackTypePlan(
    string FileName,
    string Namespace,
    EquatableArray<string> Types,
    string TypeName,
    EquatableArray<CallbackMethodPlan> Methods);
