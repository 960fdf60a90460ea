using System.Linq.Expressions;

namespace Ffi.Tests.Delegates.Table;

/// <summary>One delegate type that stands for a row of docs/reference/conversion.md, bound in every form.</summary>
/// <param name="name">The row's name in test results.</param>
/// <param name="cell">The first cell of the row that it stands for, as the document has it; null where the document has none.</param>
/// <param name="expected">What the exercise tells, whichever form it was bound in.</param>
internal abstract class TableRow(string name, string? cell, string expected)
{
    public string Name => name;

    public string? Cell => cell;

    public string Expected => expected;

    /// <summary>What the exception says in forms that generated code doesn't serve; null where they convert as well.</summary>
    public string? Refusal { get; init; }

    /// <summary>Binds the function, calls it and tells what came of it.</summary>
    public abstract string Exercise(BindingForm form, out NativePath path);
}

/// <summary>The row of a delegate type.</summary>
/// <param name="symbol">The C function.</param>
/// <param name="call">A call of <c>GetFunction</c>, written with the type.</param>
/// <param name="privateType">The same with a private type.</param>
/// <param name="methodGroup">The method group, written with the type.</param>
/// <param name="expressionTree">The call inside an expression tree.</param>
/// <param name="exercise">Calls the function.</param>
internal sealed class TableRow<TDelegate>(
    string name,
    string? cell,
    string symbol,
    Func<NativeModule, string, TDelegate> call,
    Func<NativeModule, string, Delegate> privateType,
    Func<NativeModule, Func<string, TDelegate>> methodGroup,
    Expression<Func<NativeModule, string, TDelegate>> expressionTree,
    Func<TDelegate, string> exercise,
    string expected) : TableRow(name, cell, expected)
    where TDelegate : Delegate
{
    public override string Exercise(BindingForm form, out NativePath path)
    {
        using NativeModule module = NativeModule.Load("benchmarktest");
        Delegate bound = form switch
        {
            BindingForm.Call => call(module, symbol),
            BindingForm.PrivateType => privateType(module, symbol),
            BindingForm.MethodGroup => methodGroup(module)(symbol),
            BindingForm.ExpressionTree => expressionTree.Compile()(module, symbol),
            BindingForm.OpenType => module.GetFunction<TDelegate>(symbol),
            _ => NativeDelegate.FromPointer(module.GetSymbol(symbol), typeof(TDelegate)),
        };
        path = NativeDelegate.PathOf(bound);

        // A delegate of the private type is called through one of the public type, which has the same signature.
        return exercise(bound as TDelegate ?? (TDelegate)Delegate.CreateDelegate(typeof(TDelegate), bound, "Invoke"));
    }
}
