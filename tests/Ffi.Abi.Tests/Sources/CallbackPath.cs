using Ffi.Abi.Tests.Model;

namespace Ffi.Abi.Tests.Sources;

/// <summary>Ways from C back to C#: each call goes through a function of C that calls a callback with the arguments it was passed, and the
/// callback calls the case itself. So each signature is passed three times, and once from C to C#.</summary>
internal abstract class CallbackPath : CallPath
{
    public override string Members(CaseSet set, string library) => $$"""
        {{string.Join("\n", set.Cases.Select(DeclareDelegate))}}

            [NativeLibrary(@"{{library}}")]
            static partial class Library
            {
        {{string.Join("\n", set.Cases.Select(function => $"        [NativeFunction] internal static unsafe partial {function};"))}}
        {{string.Join("\n", set.Cases.Select(DeclareThrough))}}
            }
        """;

    public override string Call(AbiCase function) =>
        $"Library.{ThroughName(function)}({string.Join(", ", [Callback(function), NamedArguments(function)])})".Replace(
            ", )",
            ")",
            StringComparison.Ordinal);

    /// <summary>The callback parameter's type.</summary>
    protected abstract string ParameterType(AbiCase function);

    /// <summary>The callback that is passed.</summary>
    protected abstract string Callback(AbiCase function);

    // A lambda, not a method group: a delegate of a static method moves every argument by one in a stub of the runtime's, which on x86-64
    // Linux loses some structs that are passed in registers of both kinds.
    protected static string Lambda(AbiCase function) =>
        $"static ({function.ParameterList(type => type.CSharpName)}) => Library.{function.Symbol}({NamedArguments(function)})";

    protected static string DelegateName(AbiCase function) => $"Case{function.Number}";

    protected static string ThroughName(AbiCase function) => $"{function.Symbol}_through";

    private static string DeclareDelegate(AbiCase function) =>
        $"    internal unsafe delegate {function.Return?.CSharpName ?? "void"} {DelegateName(function)}({function.ParameterList(type => type.CSharpName)});";

    private string DeclareThrough(AbiCase function)
    {
        string[] parameters =
        [
            $"{ParameterType(function)} callback",
            .. function.Parameters.Select((type, index) => $"{type.CSharpName} a{index + 1}"),
        ];
        return $"        [NativeFunction] internal static unsafe partial {function.Return?.CSharpName ?? "void"} {ThroughName(function)}({string.Join(", ", parameters)});";
    }
}

/// <summary>Delegates that live for the call.</summary>
internal sealed class LentCallbackPath : CallbackPath
{
    protected override string ParameterType(AbiCase function) => DelegateName(function);

    protected override string Callback(AbiCase function) => Lambda(function);
}

/// <summary>Callbacks that are created with a known delegate type.</summary>
internal sealed class RetainedCallbackPath : CallbackPath
{
    protected override string ParameterType(AbiCase function) => $"NativeCallback<{DelegateName(function)}>";

    protected override string Callback(AbiCase function) => $"NativeCallback<{DelegateName(function)}>.Create({Lambda(function)})";
}

/// <summary>Callbacks whose code is made at run time.</summary>
internal sealed class OpenCallbackPath : CallbackPath
{
    public override string Members(CaseSet set, string library) => base.Members(set, library) + """

            static NativeCallback<T> Open<T>(T callback) where T : Delegate => NativeCallback<T>.Create(callback);
        """;

    protected override string ParameterType(AbiCase function) => $"NativeCallback<{DelegateName(function)}>";

    protected override string Callback(AbiCase function) => $"Open<{DelegateName(function)}>({Lambda(function)})";
}

/// <summary>Static methods with an address.</summary>
internal sealed class StaticCallbackPath : CallbackPath
{
    public override string Members(CaseSet set, string library) =>
        $"{base.Members(set, library)}\n{string.Join("\n", set.Cases.Select(Declare))}";

    protected override string ParameterType(AbiCase function) => "nint";

    protected override string Callback(AbiCase function) => $"Answer{function.Number}Pointer";

    private static string Declare(AbiCase function) =>
        $"    [NativeCallback] static unsafe {function.Return?.CSharpName ?? "void"} Answer{function.Number}({function.ParameterList(type => type.CSharpName)}) => Library.{function.Symbol}({NamedArguments(function)});";
}
