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
/// <param name="FileName">The file's name.</param>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Types">The declarations around the members, outermost first.</param>
/// <param name="TypeName">The type's name, with <c>global::</c>.</param>
/// <param name="EntriesType">The name of the nested class that holds the entry points.</param>
/// <param name="Surroundings">What the file needs around it.</param>
/// <param name="Methods">The methods that can be called.</param>
/// <param name="Stubs">Those that can't.</param>
/// <param name="Faults">Whether there are any such.</param>
internal sealed record CallbackTypePlan(
    string FileName,
    string Namespace,
    EquatableArray<string> Types,
    string TypeName,
    string EntriesType,
    SurroundingsModel Surroundings,
    EquatableArray<CallbackMethodPlan> Methods,
    EquatableArray<CallbackStubPlan> Stubs,
    Faults Faults)
{
    /// <summary>Whether any can be called.</summary>
    public bool HasEntries => Methods.Count > 0;
}

/// <summary>The property of a method that can't be called: it lets the compiler go on, so that the analyzers are heard, and throws what
/// they say.</summary>
internal sealed record CallbackStubPlan(string Accessibility, string Property, string Message);
