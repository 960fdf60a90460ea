using Ffi.Bindgen.Inference;
using Ffi.Bindgen.Recipes;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning.Crossings;

/// <summary>A parameter on a platform, and all that is known of it.</summary>
/// <param name="Name">The name in C#: C's, or one that was made up.</param>
internal sealed record ParameterSite(
    CFunction Function,
    int Index,
    string Name,
    Platform Platform,
    IReadOnlyList<Platform> Platforms,
    FunctionEvidence Evidence,
    TypeCatalog Types,
    FunctionChoice? FunctionChoice)
{
    public CParameter Parameter => Function.Parameters[Index];

    public CType Type => Parameter.Type.On(Platform);

    /// <summary>What the recipe says.</summary>
    public ParameterChoice? Choice => FunctionChoice?.Parameters.GetValueOrDefault(Name);

    /// <summary>The pointer that it is; null if it is none.</summary>
    public PointerType? Pointer => Types.Index.Resolve(Type, Platform) as PointerType;

    /// <summary>What it points to, if that is an object.</summary>
    public ObjectPointer? Object => Types.ObjectBehind(Type, Platform);

    /// <summary>The record that it points to; null if to none, or one that C# can't say.</summary>
    public CRecord? Record => Object is { Depth: 1 } found ? Types.RecordOf(found.Key, Platform) : null;

    /// <summary>What it points to, behind all typedefs.</summary>
    public CType? Target =>
        Pointer is { } pointer ? Types.Index.Resolve(pointer.Target, Platform) : Types.Index.Resolve(Type, Platform) as FunctionType;

    /// <summary>Whether another parameter tells the length.</summary>
    public bool HasLength =>
        Parameter.Count is > 1
        || (IsText && Pointer!.IsConst ? Lengths.OfText(Function, Index, IsNumber) : Lengths.Find(Function, Index, IsNumber)) is not null;

    /// <summary>Whether another parameter tells how many structs there are.</summary>
    public bool HasCount => Parameter.Count is > 1 || Lengths.OfStructs(Function, Index, IsNumber) is not null;

    /// <summary>Whether it points to characters.</summary>
    public bool IsText => Pointer is { } pointer && TextTypes.IsCharacter(pointer.Target, Types.Index, Platform);

    private bool IsNumber(CParameter parameter) =>
        Types.Index.Resolve(parameter.Type.On(Platform), Platform) is PrimitiveType { Primitive: var primitive }
        && PrimitiveFacts.IsInteger(primitive)
        && primitive is not (Primitive.Bool or Primitive.Char);
}
