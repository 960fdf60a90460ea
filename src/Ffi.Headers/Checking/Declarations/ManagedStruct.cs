namespace Ffi.Headers.Checking.Declarations;

/// <summary>A struct, or a class with layout, as it is in native memory. One object stands for one type: a struct may hold pointers to
/// itself.</summary>
/// <param name="name">The name, for messages and to find its counterpart by.</param>
/// <param name="readFields">Reads the fields in order, when they are first asked for. Without static ones.</param>
public sealed class ManagedStruct(string name, Func<IReadOnlyList<ManagedField>> readFields)
{
    private readonly Lazy<IReadOnlyList<ManagedField>> _fields = new(readFields);

    /// <summary>The type's name without its namespace.</summary>
    public string Name { get; } = name;

    /// <summary>Its fields.</summary>
    public IReadOnlyList<ManagedField> Fields => _fields.Value;

    /// <summary>Whether each field says its offset: <c>LayoutKind.Explicit</c>.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>The greatest alignment of a field, by <c>Pack</c>; 0 for the default.</summary>
    public int Pack { get; init; }

    /// <summary>The least size, by <c>Size</c>; 0 if there is none.</summary>
    public int Size { get; init; }

    /// <summary>Whether the runtime may order the fields as it likes: <c>LayoutKind.Auto</c>. Such a struct is not compared.</summary>
    public bool IsAuto { get; init; }

    /// <summary>Whatever the reader needs to point at it; findings hand it back.</summary>
    public object? Origin { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A field of a struct.</summary>
public sealed record ManagedField(string Name, ValueShape Shape)
{
    /// <summary>Where it begins, in bytes, if the struct is explicit.</summary>
    public long? Offset { get; init; }

    /// <summary>Whatever the reader needs to point at it.</summary>
    public object? Origin { get; init; }
}

/// <summary>A delegate or function pointer type. One object stands for one type: a callback may take itself.</summary>
/// <param name="name">The type's name, for messages.</param>
/// <param name="readSignature">Reads what it takes, when it is first asked for; null if that can't be known.</param>
public sealed class ManagedCallback(string name, Func<ManagedSignature?> readSignature)
{
    private readonly Lazy<ManagedSignature?> _signature = new(readSignature);

    /// <summary>The type's name without its namespace.</summary>
    public string Name { get; } = name;

    /// <summary>What native code must pass and gets back; null if it isn't known.</summary>
    public ManagedSignature? Signature => _signature.Value;

    /// <summary>Whatever the reader needs to point at it.</summary>
    public object? Origin { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
