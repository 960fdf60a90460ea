using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>How the result is passed. A closed set of records.</summary>
/// <param name="Type">The result's type as it was declared.</param>
/// <param name="NativeType">Its type in the native signature.</param>
internal abstract record ReturnPlan(string Type, string NativeType);

/// <summary>No result.</summary>
internal sealed record VoidReturn() : ReturnPlan("void", "void");

/// <summary>A value that is handed on as it is.</summary>
internal sealed record DirectReturn(string Type) : ReturnPlan(Type, Type);

/// <summary>A C <c>_Bool</c> or <c>BOOL</c>: anything but 0 is true, and nothing above the native type is looked at.</summary>
internal sealed record BooleanReturn(string NativeType) : ReturnPlan("bool", NativeType);

/// <summary>A <c>char16_t</c>.</summary>
internal sealed record CharReturn() : ReturnPlan("char", "ushort");

/// <summary>A C <c>double</c> that was declared as <c>NFloat</c>.</summary>
internal sealed record NFloatReturn(string Type) : ReturnPlan(Type, "double");

/// <summary>NUL-terminated text, of which the caller gets a copy.</summary>
/// <param name="IsNullable">Whether NULL has a counterpart in the declared type.</param>
/// <param name="Free">Who frees the native text; null if it is left alone.</param>
internal sealed record TextReturn(string Type, string NativeType, bool IsNullable, FreePlan? Free) : ReturnPlan(Type, NativeType);

/// <summary>NUL-terminated text, seen in place.</summary>
internal sealed record TextViewReturn(string Type, string NativeType) : ReturnPlan(Type, NativeType);

/// <summary>A handle, in an object that was made before the call.</summary>
/// <param name="HandleType">The object's type.</param>
/// <param name="Handle">The local that holds it.</param>
internal sealed record HandleReturn(string Type, string HandleType, string Handle) : ReturnPlan(Type, "nint");

/// <summary>A value that a custom marshaller converts.</summary>
internal sealed record MarshalledReturn(string Type, string NativeType, MarshalledValue Value) : ReturnPlan(Type, NativeType);

/// <summary>A struct that generated code makes of what stands for it in C.</summary>
/// <param name="Counterpart">What stands for it.</param>
/// <param name="Frees">What in it is freed.</param>
internal sealed record ConvertedReturn(string Type, string NativeType, CounterpartModel Counterpart, EquatableArray<FieldFreePlan> Frees)
    : ReturnPlan(Type, NativeType);
