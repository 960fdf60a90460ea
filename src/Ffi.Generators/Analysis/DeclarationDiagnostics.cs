using System.Collections.Immutable;
using System.Globalization;
using Ffi.Generators.Planning;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Analysis;

/// <summary>The words for every problem of a declaration. A message's arguments are its <see cref="Problem"/>'s.</summary>
internal static class DeclarationDiagnostics
{
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        Describe.Error(
            "FFI0001",
            "Library type is not partial",
            "'{0}' is not partial, so generated code can't add to it. Declare it partial."),
        Describe.Error(
            "FFI0002",
            "Library type is generic",
            "'{0}' has type parameters, and a native library has none. Move the functions to a type without them."),
        Describe.Error("FFI0003", "Kind of type can't be a library", "'{0}' is a {1}. Use a class or struct that other files can see."),
        Describe.Error(
            "FFI0004",
            "Static library has no name",
            "'{0}' is static, but its library has no name. Write [NativeLibrary(\"name\")]."),
        Describe.Error(
            "FFI0005",
            "Library name is blank",
            "A library name of '{0}' is blank or contains a NUL. Write the library's name, file name or path."),
        Describe.Error(
            "FFI0006",
            "Unsafe code is not allowed",
            "The generated half of '{0}' is unsafe code. Set <AllowUnsafeBlocks>true</AllowUnsafeBlocks> in the project file."),
        Describe.Error(
            "FFI0007",
            "Name of a generated member is taken",
            "'{0}' has a member '{1}', whose name the generated code needs. Rename or remove it."),
        Describe.Error(
            "FFI0008",
            "Native function outside of a library type",
            "'{0}' is in '{1}', which is not a library. Put [NativeLibrary] on '{1}'."),
        Describe.Error(
            "FFI0009",
            "Native function is not partial",
            "'{0}' is not partial, so generated code can't give it a body. Declare it partial."),
        Describe.Error(
            "FFI0010",
            "Native function has a body",
            "'{0}' has a body, but its body is generated. Remove the body, or the attribute."),
        Describe.Error(
            "FFI0011",
            "Native function is generic",
            "'{0}' has type parameters, and a native function has none. Write a function for each type."),
        Describe.Error(
            "FFI0012",
            "Native function returns by reference",
            "'{0}' returns by reference, but native memory can move or be freed. Return a pointer."),
        Describe.Error(
            "FFI0013",
            "Native function has __arglist",
            "'{0}' takes __arglist. Declare the arguments of each call, and set NativeFunctionAttribute.Variadic."),
        Describe.Error(
            "FFI0014",
            "Function of a named library is not static",
            "'{0}' is an instance method, but its library is loaded by name. Declare it static."),
        Describe.Error(
            "FFI0015",
            "Function of an instance library is static",
            "'{0}' is static, but its library gets its symbols from a constructor. Remove 'static', or give the library a name."),
        Describe.Error(
            "FFI0016",
            "Entry point is blank",
            "The entry point of '{0}' is blank or contains a NUL. Write the symbol's name, or leave it out to use the method's name."),
        Describe.Warning(
            "FFI0017",
            "Function is declared twice",
            "'{0}' is the same function as '{1}': symbol '{2}' with the same signature. Remove one of them, or correct the entry point."),
        Describe.Error(
            "FFI0018",
            "Calling convention can't be used",
            "The calling conventions of '{0}' don't work: {1}. Name one of CallConvCdecl, CallConvStdcall and CallConvThiscall."),
        Describe.Error("FFI0019", "Type has no counterpart in C", "{0} has type '{1}', which C does not have. {2}."),
        Describe.Error("FFI0020", "Struct can't be converted", "{0} has type '{1}', which has other bytes in C: {2}."),
        Describe.Error("FFI0021", "MarshalAs does not fit the type", "{0} has type '{1}', and its [MarshalAs] asks for another type. {2}."),
        Describe.Error(
            "FFI0022",
            "Member can't be a native function",
            "'{0}' is {1}, which can't be a native function. Declare an ordinary partial method."),
        Describe.Error(
            "FFI0023",
            "Native function is extern",
            "'{0}' is extern, so the runtime would provide its body. Replace 'extern' by 'partial'."),
        Describe.Error(
            "FFI0024",
            "Native function is imported twice",
            "'{0}' has [NativeFunction] and another import attribute. Remove one of the two."),
        Describe.Error("FFI0025", "Constructor can't be generated", "'{0}' can't get the constructor that takes its symbols: {1}."),
        Describe.Error(
            "FFI0026",
            "Variadic is out of range",
            "Variadic of '{0}' says that {1} parameters come before the dots, but the function has {2}. Correct Variadic."),
        Describe.Error(
            "FFI0027",
            "Marshaller does not fit",
            "{0} has type '{1}', which the marshaller '{2}' does not support in this direction. Add the direction to the marshaller, or name another one."
        ),
        Describe.Error(
            "FFI0028",
            "Retained parameter is borrowed",
            "Parameter '{0}' is [Retained], but a '{1}' is valid only during the call. Declare it as PinnedBuffer<T>, a pointer or nint."),
        Describe.Error(
            "FFI0029",
            "LastError parameter can't receive the error number",
            "Parameter '{0}' is [LastError] and {1}. Declare one 'out int' for the error number. It is not passed to native code."),
        Describe.Error(
            "FFI0030",
            "Handle type can't be constructed",
            "{0} has type '{1}'. Generated code has to create an object of it before the call, and {2}. Give it a public or internal constructor without parameters."
        ),
        Describe.Error(
            "FFI0031",
            "Freed parameter is borrowed",
            "Parameter '{0}' is [Frees], but the owner of a '{1}' frees it after the call. Declare it as the SafeHandle itself, a pointer or nint."
        ),
        Describe.Error(
            "FFI0032",
            "Language is too old",
            "'{0}' is compiled as C# {1}, but its generated half is C# 13. Remove <LangVersion> from the project file, or set it to 13.0 or later."
        ),
        Describe.Error("FFI0033", "Interop attribute is not supported", "{0} has {1}: {2}."),
        Describe.Error(
            "FFI0034",
            "Text by reference has no owner",
            "{0} is '{1}', and nothing says who frees the text that native code puts there. {2}."),
        Describe.Error("FFI0035", "Attribute names something that does not exist", "[{0}] names '{1}', and {2}."),
        Describe.Error("FFI0036", "Attribute has no effect here", "[{0}] has no effect on {1}: {2}."),
        Describe.Error("FFI0038", "FreedWith does not fit", "{0} is [FreedWith], and {1}."),
        Describe.Error(
            "FFI0039",
            "Variable's type has no counterpart in C",
            "The variable '{0}' has type '{1}', which no variable in C has. {2}."),
        Describe.Error(
            "FFI0037",
            "Name means something else in generated code",
            "The generated half of '{0}' needs the name '{1}', which means {2} there. {3}."),
        Describe.Error(
            "FFI0040",
            "Callback's signature can't be passed",
            "{0} of '{1}' has type '{2}', which native code can't pass to a callback or get from it. {3}."),
        Describe.Error(
            "FFI0041",
            "Delegate for a retained parameter",
            "Parameter '{0}' is [Retained], but native code can call a delegate only until the call returns. Declare it as NativeCallback<{1}>."
        ),
        Describe.Error("FFI0042", "Method can't be a callback", "'{0}' can't be called by native code: {1}."),
        Describe.Error(
            "FFI0044",
            "Callback's default does not fit",
            "'{0}' returns '{2}', which can't be {1}. Correct Default, which native code gets after an exception."),
        Describe.Error(
            "FFI0045",
            "Struct can't come back from native code",
            "{0} has type '{1}', and its field '{2}' can't be converted back from what native code puts there. Pass the struct by value, 'in' or 'ref', or give the field the C# type that has the same bytes as the C type."
        ),
        Describe.Error("FFI0046", "Attribute of a callback has no effect", "[{0}] has no effect on {1}: {2}."),
        Describe.Error(
            "FFI0048",
            "Retained struct lends its fields",
            "Parameter '{0}' is [Retained], but its field '{1}' is valid only during the call. Give the field a pointer, nint or NativeCallback<T> that lives as long as native code keeps it."
        ),
        Describe.Error("FFI0049", "Property can't be a native variable", "'{0}' can't be a native variable: {1}."),
        Describe.Error("FFI0050", "Option does not fit", "{0} does not fit on '{1}': {2}."),
        Describe.Error(
            "FFI0052",
            "Project is built for a 32-bit process",
            "'{0}' is compiled for {1}, a 32-bit process. Ffi runs only in 64-bit processes. Build for x64 or arm64: remove <PlatformTarget> from the project file, or change it."
        ),
        Describe.Error("FFI0057", "Library can't be imported", "'{0}' can't be bound by the runtime (NativeBinding.Import): {1}."),
        Describe.Error("FFI0058", "Function can't be imported", "'{0}' can't be bound by the runtime (NativeBinding.Import): {1}."),
        Describe.Error(
            "FFI0059",
            "Variable can't be imported",
            "The variable '{0}' can't be bound by the runtime (NativeBinding.Import of '{1}'), which imports only functions. Declare it in a library type without NativeBinding.Import, or call a C function that returns its address."
        ),
        Describe.Error(
            "FFI0047",
            "Callbacks share a name",
            "'{0}' is the second callback with this name, and '{1}' is already the property with the first one's address. Rename it."),
    ];

    private static readonly Dictionary<string, DiagnosticDescriptor> s_byId = All.ToDictionary(static descriptor => descriptor.Id);

    /// <summary>A problem's id and message, for those who read no diagnostics.</summary>
    public static string Explain(Problem problem)
    {
        DiagnosticDescriptor descriptor = Of(problem.Id);
        return $"{descriptor.Id}: {string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), [.. problem.Arguments])}";
    }

    public static DiagnosticDescriptor Of(ProblemId id) => s_byId["FFI" + ((int)id).ToString("D4", CultureInfo.InvariantCulture)];
}
