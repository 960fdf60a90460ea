using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>The class that converts a struct or object to what it is in C, and back.</summary>
/// <param name="ClassName">Its name.</param>
/// <param name="Namespace">Its namespace; empty if it is in a library's class.</param>
/// <param name="Counterpart">What signatures know of it.</param>
/// <param name="LayoutKind">The member of <c>LayoutKind</c>.</param>
/// <param name="Pack">The packing that is asked for; null for the platform's own.</param>
/// <param name="Size">The size that is asked for; null if the fields make it.</param>
/// <param name="Fields">The fields, in their order in memory.</param>
/// <param name="Callbacks">The entry points of the delegates among them, each once.</param>
/// <param name="Surroundings">What its file needs around it.</param>
internal sealed record CounterpartPlan(
    string ClassName,
    string Namespace,
    CounterpartModel Counterpart,
    string LayoutKind,
    string? Pack,
    string? Size,
    EquatableArray<FieldPlan> Fields,
    EquatableArray<CallbackPlan> Callbacks,
    SurroundingsModel Surroundings)
{
    public string FileName => GeneratedFileName.Shorten(ClassName) + GeneratedFileName.Suffix;

    /// <summary>The type as texts tell it.</summary>
    public string PlainType => Counterpart.Type.Replace("global::", "");

    /// <summary>Why the type can't be named in peace: then it is obsolete code.</summary>
    public bool IsWritable => Surroundings is { Ambiguous: null, HidingType: null };
}

/// <summary>A field of such a struct.</summary>
/// <param name="Name">Its name, escaped.</param>
/// <param name="PlainName">Its name as exceptions tell it.</param>
/// <param name="Type">Its type, with annotation.</param>
/// <param name="Owner">The type that declares it.</param>
/// <param name="Shape">How it is passed.</param>
/// <param name="NativeType">Its type in the native struct.</param>
/// <param name="NativeElement">Of what C has inside of the struct: an element there.</param>
/// <param name="Element">Of an array: the managed element.</param>
/// <param name="Count">Of what C has inside of the struct: the number of elements.</param>
/// <param name="Offset">Where it is; null if its order says so.</param>
/// <param name="Accessor">The method that reaches it; null if its name does.</param>
/// <param name="MetadataName">The name by which that method finds it.</param>
/// <param name="Source">The managed field, read.</param>
/// <param name="Target">The managed field, written.</param>
/// <param name="Converter">Of a struct that is converted in turn: the class that does it.</param>
/// <param name="ConverterLends">Whether that needs to lend.</param>
/// <param name="IsOneWay">Whether what native code has put there can't be made managed.</param>
/// <param name="LengthFrom">The native field that says how many elements are there, escaped; null if none does.</param>
/// <param name="Callbacks">Of a delegate: the class of its entry points.</param>
internal sealed record FieldPlan(
    string Name,
    string PlainName,
    string Type,
    string Owner,
    FieldShape Shape,
    string NativeType,
    string NativeElement,
    string Element,
    int Count,
    string? Offset,
    string? Accessor,
    string MetadataName,
    string Source,
    string Target,
    string Converter,
    bool ConverterLends,
    bool IsOneWay,
    string? LengthFrom,
    string Callbacks)
{
    /// <summary>Whether C has several elements inside of the struct, for which there is a struct of its own.</summary>
    public bool IsInside =>
        Shape
            is FieldShape.FixedUtf8
                or FieldShape.FixedUtf16 or FieldShape.FixedAnsi or FieldShape.FixedArray or FieldShape.FixedBooleans
                or FieldShape.FixedAnsiCharacters or FieldShape.FixedStructs or FieldShape.FixedBuffer or FieldShape.FixedUtf8Texts
                or FieldShape.FixedUtf16Texts or FieldShape.FixedAnsiTexts;

    /// <summary>The type without annotation, for <c>new</c>.</summary>
    public string PlainType => Type.TrimEnd('?');
}
