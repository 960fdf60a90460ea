using System.Numerics;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking.Declarations;

/// <summary>An enum. One object stands for one type.</summary>
/// <param name="name">The name, for messages and to find its counterpart by.</param>
/// <param name="underlying">The whole number that is passed.</param>
/// <param name="readMembers">Reads the members, when they are first asked for.</param>
public sealed class ManagedEnum(string name, IntegerShape underlying, Func<IReadOnlyList<ManagedEnumMember>> readMembers)
{
    private readonly Lazy<IReadOnlyList<ManagedEnumMember>> _members = new(readMembers);

    /// <summary>The type's name without its namespace.</summary>
    public string Name { get; } = name;

    /// <summary>The whole number that is passed.</summary>
    public IntegerShape Underlying { get; } = underlying;

    /// <summary>Its members.</summary>
    public IReadOnlyList<ManagedEnumMember> Members => _members.Value;

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A member of an enum.</summary>
public sealed record ManagedEnumMember(string Name, BigInteger Value)
{
    /// <summary>Whatever the reader needs to point at it; findings hand it back.</summary>
    public object? Origin { get; init; }
}

/// <summary>A constant.</summary>
/// <param name="Name">Its name; it is compared with a constant of C of just this name.</param>
/// <param name="Value">Its value.</param>
public sealed record ManagedConstant(string Name, ConstantValue Value)
{
    /// <summary>Whatever the reader needs to point at it; findings hand it back.</summary>
    public object? Origin { get; init; }
}

/// <summary>Declarations that belong together: of one type, or of one assembly.</summary>
public sealed record DeclarationSet
{
    /// <summary>Functions.</summary>
    public IReadOnlyList<ManagedFunction> Functions { get; init; } = [];

    /// <summary>Structs to compare with C's of the same name. Those that functions use are compared whether or not they are
    /// listed.</summary>
    public IReadOnlyList<ManagedStruct> Structs { get; init; } = [];

    /// <summary>Enums to compare with C's of the same name. Those that functions use are compared whether or not they are listed.</summary>
    public IReadOnlyList<ManagedEnum> Enums { get; init; } = [];

    /// <summary>Callbacks to compare with C's of the same name. Those that functions take are compared whether or not they are
    /// listed.</summary>
    public IReadOnlyList<ManagedCallback> Callbacks { get; init; } = [];

    /// <summary>Constants.</summary>
    public IReadOnlyList<ManagedConstant> Constants { get; init; } = [];
}
