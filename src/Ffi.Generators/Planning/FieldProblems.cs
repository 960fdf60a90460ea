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
            FieldFault.Decimal => $"{subject} is a decimal, which C doesn't have. Use your own struct with the C type's fields instead",
            FieldFault.Date =>
                $"{subject} is a date, whose layout only the runtime knows. Use the number that the C type has instead, such as long",
            FieldFault.Nullable => $"{subject} is nullable, which C doesn't have. Use a pointer or a number instead",
            FieldFault.NoCounterpart =>
                $"{subject} is passed in other registers than its bytes would be. Use a pointer or a number instead",
            FieldFault.Reference => $"{subject} is a reference. Use a pointer or nint instead",
            FieldFault.FreedWith => $"{subject} is [FreedWith], but native code returns no text or array in it. Remove the attribute",
            FieldFault.LengthFrom => $"{subject} is [LengthFrom], but not an array behind a pointer. Remove the attribute",
            FieldFault.ArrayElement => $"{subject} is an array whose elements have no counterpart in C. Use a pointer or nint instead",
            FieldFault.Unsized =>
                $"{subject} does not say how many elements it has. Set SizeConst on its [MarshalAs], or name a field that is a number with [LengthFrom]",
            FieldFault.MarshalAs =>
                $"{subject} has a [MarshalAs] that does not fit its type. Remove it, or use the C# type that has the same bytes as the C type",
            FieldFault.CharSet =>
                $"{subject} depends on CharSet.Auto, which differs between systems. Use CharSet.Unicode, CharSet.Ansi or [MarshalAs]",
            FieldFault.OutOfReach => $"{subject} has a type that generated code can't name. Make the type internal or public",
            FieldFault.Buffer =>
                $"{subject} is a buffer of characters, Booleans or references. Use byte or ushort elements instead, or an array with [MarshalAs(UnmanagedType.ByValArray)]",
            FieldFault.AutoLayout =>
                $"{subject} has automatic layout. Use [StructLayout(LayoutKind.Sequential)], or your own struct instead of a tuple",
            FieldFault.Empty => $"{subject} has no fields, and C and C++ disagree on its size. Give it the fields of the C struct",
            FieldFault.Generic => $"{subject} is generic. Write a struct for each type",
            FieldFault.Captured =>
                $"{subject} is a parameter of its primary constructor that members use, so the compiler stores it in a hidden field. Declare a field, and initialize it with the parameter",
            FieldFault.ObjectLayout =>
                $"{subject} is an object that contains itself, or whose base class has no [StructLayout]. Use nint instead",
            _ => $"{subject} has no counterpart in C. {AdviseField(type)}",
        };
    }

    /// <summary>What to write in the place of a field.</summary>
    public static string AdviseField(TypeModel type) => type switch
    {
        { Fault: TypeFault.ManagedField or TypeFault.Managed } => "Use a pointer or nint instead",
        _ when type.FaultDetail.StartsWith("bool ", StringComparison.Ordinal) => "Use byte instead",
        _ when type.FaultDetail.StartsWith("char ", StringComparison.Ordinal) => "Use ushort instead",
        _ => "Use a pointer or a number instead",
    };

    /// <summary>Where a struct or object that can be converted can stand.</summary>
    public static string AdvisePlace(CounterpartModel counterpart, bool isResult) =>
        counterpart.IsClass
            ? isResult
                ? "Return a pointer: the declaration doesn't say who owns the struct that native code returns"
                : "Pass the object by value, which is a pointer to the struct in C; or make it a struct"
            : "Pass the struct by value, by reference, or in a span or array";
}
