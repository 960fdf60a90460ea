using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Ffi.Tool.Assemblies.Types;

/// <summary>A type as a signature spells it.</summary>
internal abstract record TypeNode;

/// <summary>A type with a code of its own.</summary>
internal sealed record PrimitiveNode(PrimitiveTypeCode Code) : TypeNode;

/// <summary>A type of an assembly that is at hand.</summary>
internal sealed record DefinedNode(AssemblyFile Assembly, TypeDefinitionHandle Handle) : TypeNode;

/// <summary>A type of an assembly that isn't, by its full name.</summary>
internal sealed record NamedNode(string FullName, bool IsValueType) : TypeNode;

/// <summary><c>T*</c>.</summary>
internal sealed record PointerNode(TypeNode Target) : TypeNode;

/// <summary><c>ref T</c>; <paramref name="IsReadOnly"/> by C#'s modifier for <c>in</c>.</summary>
internal sealed record ReferenceNode(TypeNode Target, bool IsReadOnly) : TypeNode;

/// <summary>An array.</summary>
internal sealed record ArrayNode(TypeNode Element) : TypeNode;

/// <summary>A generic type with arguments.</summary>
internal sealed record GenericNode(TypeNode Type, ImmutableArray<TypeNode> Arguments) : TypeNode;

/// <summary>A function pointer.</summary>
internal sealed record FunctionNode(MethodSignature<TypeNode> Signature) : TypeNode;

/// <summary>A type parameter.</summary>
internal sealed record ParameterNode : TypeNode;

/// <summary>A type with a modifier, such as a calling convention on a function pointer's result.</summary>
internal sealed record ModifiedNode(TypeNode Type, string Modifier) : TypeNode;
