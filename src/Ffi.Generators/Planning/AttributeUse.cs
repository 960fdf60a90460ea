using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>An attribute where it stands.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Function">The signature.</param>
/// <param name="Kind">Whose signature that is.</param>
/// <param name="Index">The parameter; -1 for the result.</param>
internal sealed record AttributeUse(SaidAttribute Attribute, FunctionModel Function, SignatureKind Kind, int Index)
{
    public ParameterModel? Parameter => Index < 0 ? null : Function.Parameters[Index];

    public TypeModel Type => Parameter?.Type ?? Function.Return;

    public PassingMode Mode => Parameter?.Mode ?? PassingMode.Value;

    /// <summary>Whether native code gives something back here.</summary>
    public bool IsGiven => Parameter is null || Mode is PassingMode.Out or PassingMode.Ref;

    /// <summary>The type as messages name it.</summary>
    public string TypeName => Type.Name.Replace("global::", "");

    /// <summary>A number, a <c>bool</c>, an enum: it is no address, and can't hold one.</summary>
    public bool IsPlainValue => Type.Shape is TypeShape.Boolean or TypeShape.Char || (Type.Shape == TypeShape.Scalar && !IsAddress(Type));

    /// <summary>That the attribute says nothing to anybody here.</summary>
    public Problem Idle(string why) =>
        Problem.Of(
            Kind == SignatureKind.Callback || Attribute.Name == "NativeCallback"
                ? ProblemId.CallbackAttributeIdle
                : ProblemId.AttributeIdle,
            ProblemSite.SaidAttribute(Index, Attribute.Name),
            Attribute.Name,
            Place,
            why);

    /// <summary>That a name in it does not exist.</summary>
    public Problem Unknown(string argument, string name, string why) =>
        Problem.Of(ProblemId.NameUnknown, ProblemSite.SaidAttribute(Index, $"{Attribute.Name}.{argument}"), Attribute.Name, name, why);

    // A 64-bit integer may hold an address.
    private static bool IsAddress(TypeModel type) =>
        type.Name is "nint" or "nuint" or "long" or "ulong"
        || type.Name.EndsWith("*", StringComparison.Ordinal)
        || type.Name.StartsWith("delegate*", StringComparison.Ordinal);

    private string Place =>
        Parameter is { } parameter ? $"parameter '{parameter.Name}' of '{Function.Name}'" : $"the result of '{Function.Name}'";
}
