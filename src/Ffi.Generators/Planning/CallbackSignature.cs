using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>What native code sees of a callback, and how that becomes managed.</summary>
/// <param name="Parameters">The parameters.</param>
/// <param name="NativeReturn">The native result's type.</param>
/// <param name="Return">How the managed result becomes it.</param>
/// <param name="Default">What native code gets after an exception.</param>
/// <param name="Conventions">The names behind <c>unmanaged</c>, such as <c>Cdecl</c>.</param>
/// <param name="Locals">The names of an entry point's own locals.</param>
/// <param name="Converter">Of a result that is converted: the class that does it.</param>
internal sealed record CallbackSignature(
    EquatableArray<CallbackParameterPlan> Parameters,
    string NativeReturn,
    CallbackReturn Return,
    string Default,
    EquatableArray<string> Conventions,
    CallbackLocals Locals,
    string Converter = "")
{
    /// <summary>The structs that are converted before the managed call, and back behind it.</summary>
    public IEnumerable<CallbackParameterPlan> Converted => Parameters.Where(static parameter => parameter.Converter.Length > 0);

    /// <summary>Whether native code gets nothing back.</summary>
    public bool IsVoid => Return == CallbackReturn.Nothing;

    /// <summary>The member of <c>CallingConvention</c> that says for a marshalled delegate what the names say for a pointer.</summary>
    public string ThunkConvention => (Conventions.Count == 0 ? "" : Conventions[0]) switch
    {
        "Cdecl" => "Cdecl",
        "Stdcall" => "StdCall",
        "Thiscall" or "MemberFunction" => "ThisCall",
        "Fastcall" => "FastCall",
        _ => "Winapi",
    };
}

/// <summary>One parameter of a callback.</summary>
/// <param name="NativeType">Its type in the native signature.</param>
/// <param name="Name">Its name there, escaped.</param>
/// <param name="Argument">What the managed side gets.</param>
/// <param name="Converter">Of a struct by reference that is converted: the class that does it; empty for others.</param>
/// <param name="ManagedType">Of such a struct: its type.</param>
/// <param name="Managed">Of such a struct: the local that the managed side gets.</param>
/// <param name="IsRead">Of such a struct: whether the managed side gets what native code has in it.</param>
internal sealed record CallbackParameterPlan(
    string NativeType,
    string Name,
    string Argument,
    string Converter = "",
    string ManagedType = "",
    string Managed = "",
    bool IsRead = false);

/// <summary>How a managed result becomes a native one.</summary>
internal enum CallbackReturn
{
    Nothing,
    Itself,
    Boolean,
    NFloat,

    /// <summary>A struct that is converted.</summary>
    Converted,
}

/// <summary>The names of an entry point's own locals, free of clashes with its parameters.</summary>
internal sealed record CallbackLocals(string Target, string Callback, string Result, string Exception, string Slot, string Thunk)
{
    public static CallbackLocals From(LocalNames names) =>
        new(
            names.Take("target"),
            names.Take("callback"),
            names.Take("result"),
            names.Take("exception"),
            names.Take("slot"),
            names.Take("thunk"));
}
