using Ffi.Abi.Tests.Model;

namespace Ffi.Abi.Tests.Sources;

/// <summary>A way from C# to the C functions. The same cases are run through each.</summary>
internal abstract class CallPath
{
    /// <summary>The members that the calls need, in a static class.</summary>
    /// <param name="library">The C side's file.</param>
    public abstract string Members(CaseSet set, string library);

    /// <summary>An expression that calls a function with the locals <c>a1</c>, <c>a2</c>, … and is its result.</summary>
    public abstract string Call(AbiCase function);

    public override string ToString() => GetType().Name;

    // Arguments are named, so that a declaration with parameters in another order calls what it says.
    protected static string NamedArguments(AbiCase function) =>
        string.Join(", ", function.Parameters.Select((_, index) => $"a{index + 1}: a{index + 1}"));
}
