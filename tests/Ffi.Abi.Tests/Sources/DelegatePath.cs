using Ffi.Abi.Tests.Model;

namespace Ffi.Abi.Tests.Sources;

/// <summary>Delegates bound by name: a delegate type and a field for each function.</summary>
internal abstract class DelegatePath : CallPath
{
    /// <summary>The generic method that binds a function, as a statement.</summary>
    protected abstract string Binder { get; }

    /// <summary>An expression that binds one function.</summary>
    protected abstract string Bind(string delegateType, string symbol);

    public override string Members(CaseSet set, string library) => $$"""
            static readonly NativeModule module = NativeModule.Load(@"{{library}}");

            static T On<T>(NativePath path, T function) where T : Delegate =>
                NativeDelegate.PathOf(function) == path ? function : throw new InvalidOperationException($"not {path}");

            {{Binder}}

        {{string.Join("\n", set.Cases.Select(Declare))}}
        """;

    public override string Call(AbiCase function) => $"{function.Symbol}({NamedArguments(function)})";

    private string Declare(AbiCase function) => $"""
            internal delegate {function.Return?.CSharpName ?? "void"} D{function.Number}({function.ParameterList(static type => type.CSharpName)});
            static readonly D{function.Number} {function.Symbol} = {Bind($"D{function.Number}", function.Symbol)};
        """;
}
