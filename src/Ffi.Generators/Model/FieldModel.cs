namespace Ffi.Generators.Model;

/// <summary>A field of a struct or object that generated code converts.</summary>
/// <param name="Name">The name: the property's, where the compiler made the field for one.</param>
/// <param name="Type">The type, with <c>global::</c> and annotation.</param>
/// <param name="Shape">How it is passed.</param>
/// <param name="NativeType">Its type in the native struct; of what C has inside of the struct, the type of an element.</param>
/// <param name="Offset">Where it is, in bytes; null if its order says so.</param>
/// <param name="Accessor">The field's own name, where generated code can't name or set it; null if it can.</param>
/// <param name="Owner">The type that declares it: the struct or class, or a base class of that.</param>
/// <param name="Count">Of what C has inside of the struct: the number of elements.</param>
/// <param name="Element">Of an array: the managed element, without annotation.</param>
/// <param name="Counterpart">Of a struct that is converted in turn, or an array of them: how; null for others.</param>
/// <param name="IsConstructible">Of a handle type: whether generated code can make one.</param>
/// <param name="LengthFrom">Of an array behind a pointer: the native field that says how many elements native code has put there; null if
/// none does.</param>
/// <param name="Callback">Of a delegate: what native code calls; null for others.</param>
/// <param name="Ownership">Who frees what native code puts there; null if nothing says so.</param>
internal sealed record FieldModel(
    string Name,
    string Type,
    FieldShape Shape,
    string NativeType,
    int? Offset,
    string? Accessor,
    string Owner,
    int Count = 0,
    string Element = "",
    CounterpartModel? Counterpart = null,
    bool IsConstructible = false,
    string? LengthFrom = null,
    CallbackModel? Callback = null,
    OwnershipModel? Ownership = null)
{
    /// <summary>Whether what native code has put there can't be made managed.</summary>
    public bool IsOneWay => Shape switch
    {
        FieldShape.Array => LengthFrom is null,
        FieldShape.Utf8Array or FieldShape.Utf16Array => true,
        FieldShape.Handle => !IsConstructible,
        FieldShape.NativeCallback or FieldShape.Delegate => true,
        _ => false,
    };

    /// <summary>Whether it points to what is lent for the call.</summary>
    public bool Lends =>
        Shape
            is FieldShape.Utf8
                or FieldShape.Utf16 or FieldShape.Ansi or FieldShape.Handle or FieldShape.NativeCallback or FieldShape.Delegate
                or FieldShape.Array or FieldShape.Utf8Array or FieldShape.Utf16Array or FieldShape.FixedUtf8Texts
                or FieldShape.FixedUtf16Texts or FieldShape.FixedAnsiTexts
        || Counterpart is { Lends: true };
}
