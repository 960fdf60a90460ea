namespace Ffi.Generators.Model;

/// <summary>The C form of a struct or object that has other bytes in C: a struct of generated code, and the class that converts.</summary>
/// <remarks>Only what a signature needs to know of it. <see cref="CounterpartLayoutModel"/> has the fields.</remarks>
/// <param name="Type">The struct or class, with <c>global::</c> and without annotation.</param>
/// <param name="Converter">The generated class that converts it.</param>
/// <param name="NativeName">The name of the native struct in that class.</param>
/// <param name="Traits">What converting takes.</param>
/// <param name="Fault">Why it can't be converted; <see cref="FieldFault.None"/> where it can.</param>
/// <param name="FaultDetail">The field at fault, with its path and type; empty if it is the type itself.</param>
/// <param name="OneWayField">A field that can't be read back from native code, with its path and type; null if there is none.</param>
/// <param name="LentField">A field whose memory or handle is lent for the call, with its path and type; null if there is none.</param>
/// <param name="Callbacks">The delegates in it, and in the structs in it, that are lent for the call.</param>
/// <param name="Frees">The fields in which native code returns memory that a function frees.</param>
internal sealed record CounterpartModel(
    string Type,
    string Converter,
    string NativeName,
    CounterpartTraits Traits,
    FieldFault Fault = FieldFault.None,
    string FaultDetail = "",
    string? OneWayField = null,
    string? LentField = null,
    EquatableArray<CallbackModel> Callbacks = default,
    EquatableArray<FieldFreeModel> Frees = default)
{
    /// <summary>The native struct.</summary>
    public string Native => $"{Converter}.{NativeName}";

    public bool IsClass => (Traits & CounterpartTraits.Class) != 0;

    /// <summary>Whether the native struct points to what is lent for the call.</summary>
    public bool Lends => (Traits & CounterpartTraits.Lends) != 0;

    /// <summary>Whether all fields are the same bytes in C, so that the runtime would pin an object and native code see the object
    /// itself.</summary>
    public bool IsSameBytes => (Traits & CounterpartTraits.SameBytes) != 0;

    /// <summary>Whether only the type's own surroundings can name it.</summary>
    public bool IsHidden => (Traits & CounterpartTraits.Hidden) != 0;
}

/// <summary>What converting a struct or object takes.</summary>
[Flags]
internal enum CounterpartTraits
{
    None = 0,

    /// <summary>A class: in C a pointer to the struct.</summary>
    Class = 1,

    /// <summary>Texts, arrays or handles in it are lent for the call.</summary>
    Lends = 2,

    /// <summary>All fields are the same bytes in C.</summary>
    SameBytes = 4,

    /// <summary>A file of its own can't name it.</summary>
    Hidden = 8,
}

/// <summary>A field in which native code returns memory.</summary>
/// <param name="Path">Where the field is in the native struct: names with dots between them, escaped.</param>
/// <param name="NativeType">Its type there.</param>
/// <param name="Ownership">Who frees it.</param>
internal sealed record FieldFreeModel(string Path, string NativeType, OwnershipModel Ownership);
