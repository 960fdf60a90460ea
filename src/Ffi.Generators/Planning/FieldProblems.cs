using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Says why a struct or object can't be converted, and what to write instead.</summary>
internal static class FieldProblems
{
    /// <summary>What is wrong with a field of it, or with it as a whole.</summary>
    public static string Explain(CounterpartModel counterpart, TypeModel type)
    {
        string subject = counterpart.FaultDetail.Length == 0 ? "it" : $"its field '{counterpart.FaultDetail}'";
        return counterpart.Fault switch
        {
            FieldFault.Decimal => $"{subject} is a decimal, which C has not. Use a struct of your own with the C type's fields in its place",
            FieldFault.Date => $"{subject} is a date, whose layout only the runtime knows. Use the C type's own number in its place, such as long",
            FieldFault.Nullable => $"{subject} may be missing, which C has no way to say. Use a pointer or a number in its place",
            FieldFault.NoCounterpart => $"{subject} is passed in C in another way than its bytes. Use a pointer or a number in its place",
            FieldFault.Reference => $"{subject} is a reference. Use a pointer or nint in its place",
            FieldFault.FreedWith => $"{subject} is [FreedWith], and native code hands out no text or array in it. Remove the attribute",
            FieldFault.LengthFrom => $"{subject} is [LengthFrom], and no array of numbers behind a pointer. Remove the attribute",
            FieldFault.ArrayElement => $"{subject} is an array of what C has no array of. Use a pointer or nint in its place",
            FieldFault.Unsized => $"{subject} does not say how many elements it has. Set SizeConst on its [MarshalAs], or name a field that is a number with [LengthFrom]",
            FieldFault.MarshalAs => $"{subject} has a [MarshalAs] that does not fit its type. Remove it, or write the C type's own C# type",
            FieldFault.CharSet => $"{subject} depends on CharSet.Auto, which means something else on each system. Use CharSet.Unicode or CharSet.Ansi, or say it with [MarshalAs]",
            FieldFault.OutOfReach => $"{subject} has a type that generated code can't name. Make the type internal or public",
            FieldFault.Buffer => $"{subject} is a buffer of characters, truth values or references. Use byte or ushort elements in its place, or an array with [MarshalAs(UnmanagedType.ByValArray)]",
            FieldFault.AutoLayout => $"{subject} has automatic layout. Use [StructLayout(LayoutKind.Sequential)], or a struct of your own in the place of a tuple",
            FieldFault.Empty => $"{subject} has no fields, and C and C++ disagree on its size. Give it the fields of the C struct",
            FieldFault.Generic => $"{subject} is generic. Write a struct for each type",
            FieldFault.Captured => $"{subject} is a parameter of its primary constructor that members use, and so a field without a name or a place. Declare a field, and initialize it with the parameter",
            FieldFault.ObjectLayout => $"{subject} is an object that holds itself, or whose base class has no [StructLayout]. Use nint in its place",
            _ => $"{subject} has no counterpart in C. {AdviseField(type)}",
        };
    }

    /// <summary>What to write in the place of a field.</summary>
    public static string AdviseField(TypeModel type) => type switch
    {
        { Fault: TypeFault.ManagedField or TypeFault.Managed } => "Use a pointer or nint in its place",
        _ when type.FaultDetail.StartsWith("bool ", StringComparison.Ordinal) => "Use byte in its place",
        _ when type.FaultDetail.StartsWith("char ", StringComparison.Ordinal) => "Use ushort in its place",
        _ => "Use a pointer or a number in its place",
    };

    /// <summary>Where a struct or object that can be converted can stand.</summary>
    public static string AdvisePlace(CounterpartModel counterpart, bool isResult) => counterpart.IsClass
        ? isResult ? "Return a pointer: nothing says who owns the struct that native code returns" : "Pass the object by value, which is a pointer to the struct in C; or make it a struct"
        : "Pass the struct by value, by reference, or in a span or array";
}
