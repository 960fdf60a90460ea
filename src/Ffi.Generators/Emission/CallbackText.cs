using Ffi.Generators.Planning;

namespace Ffi.Generators.Emission;

/// <summary>What the entry points of delegates and of static methods have in common.</summary>
internal static class CallbackText
{
    private const string Interop = "global::System.Runtime.InteropServices";

    public static string Parameters(CallbackSignature signature) =>
        string.Join(", ", signature.Parameters.Select(static parameter => $"{parameter.NativeType} {parameter.Name}"));

    public static string PointerType(CallbackSignature signature)
    {
        string types = string.Join(", ", signature.Parameters.Select(static parameter => parameter.NativeType).Append(signature.NativeReturn));
        string conventions = signature.Conventions.Count == 0 ? "" : $"[{string.Join(", ", signature.Conventions)}]";
        return $"delegate* unmanaged{conventions}<{types}>";
    }

    public static string EntryAttribute(CallbackSignature signature) => signature.Conventions.Count == 0
        ? $"[{Interop}.UnmanagedCallersOnly]"
        : $"[{Interop}.UnmanagedCallersOnly(CallConvs = [{string.Join(", ", signature.Conventions.Select(static name => $"typeof(global::System.Runtime.CompilerServices.CallConv{name})"))}])]";

    public static string ConventionOfThunk(CallbackSignature signature) => (signature.Conventions.Count == 0 ? "" : signature.Conventions[0]) switch
    {
        "Cdecl" => "Cdecl",
        "Stdcall" => "StdCall",
        "Thiscall" or "MemberFunction" => "ThisCall",
        "Fastcall" => "FastCall",
        _ => "Winapi",
    };

    /// <summary>The managed call with its guard.</summary>
    public static string Guarded(CallbackSignature signature, string callee, string onException)
    {
        string call = $"{callee}({string.Join(", ", signature.Parameters.Select(static parameter => parameter.Argument))})";
        return signature.Return switch
        {
            CallbackReturn.Nothing => GuardedStatement(signature, call, onException),
            CallbackReturn.Boolean => GuardedValue(signature, $"{call} ? ({signature.NativeReturn})1 : ({signature.NativeReturn})0", onException),
            CallbackReturn.NFloat => GuardedValue(signature, $"global::Ffi.CompilerServices.NativeFloat.ToDouble({call})", onException),
            _ => GuardedValue(signature, call, onException),
        };
    }

    private static string GuardedStatement(CallbackSignature signature, string call, string onException) => Code.Of($$"""
        try
        {
            {{call}};
        }
        catch (global::System.Exception {{signature.Locals.Exception}})
        {
            {{onException}}
        }
        """);

    // The default is returned from outside of the catch: assigned inside, it would keep the result of every call out of its register.
    private static string GuardedValue(CallbackSignature signature, string value, string onException) => Code.Of($$"""
        {{signature.NativeReturn}} {{signature.Locals.Result}};
        try
        {
            {{signature.Locals.Result}} = {{value}};
        }
        catch (global::System.Exception {{signature.Locals.Exception}})
        {
            {{onException}}
            goto none;
        }

        return {{signature.Locals.Result}};

        none:
        return {{signature.Default}};
        """);
}
