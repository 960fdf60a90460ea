namespace Ffi.Analyzers.Liveness.Flow;

/// <summary>What a value is, or points into: the provenance lattice, with "unknown" as the absence of any fact.</summary>
internal enum ResourceKind
{
    /// <summary>Memory pinned by a <c>fixed</c> statement.</summary>
    FixedRegion,

    /// <summary>The frame of the method: a local, a parameter, a <c>stackalloc</c>.</summary>
    Stack,

    /// <summary>An address of memory that the collector may move, taken without a pin.</summary>
    Movable,

    /// <summary>A <c>GCHandle</c> or one of its typed kin.</summary>
    Handle,

    /// <summary>A <c>MemoryHandle</c>.</summary>
    MemoryPin,

    /// <summary>A lease of <c>PinnedBuffer&lt;T&gt;</c>.</summary>
    PinnedBuffer,

    /// <summary>An array or memory owner from a pool.</summary>
    Pooled,

    /// <summary>Memory from a native allocator; the family says which.</summary>
    NativeMemory,

    /// <summary>A delegate, whose address is a thunk.</summary>
    Delegate,

    /// <summary>A loaded library, whose addresses are symbols.</summary>
    Module,

    /// <summary>A <c>SafeHandle</c>, whose address is the raw handle.</summary>
    SafeHandle,

    /// <summary>One <c>DangerousAddRef</c>.</summary>
    AddRef,

    /// <summary>A native result that points into memory of an argument.</summary>
    Borrowed,

    /// <summary>The raw field of a finalizable object.</summary>
    FinalizableField,

    /// <summary>The entry of a managed method, as <c>&amp;M</c> of a <c>delegate*</c> gives it.</summary>
    ManagedCode,

    /// <summary>An object that this method made.</summary>
    Fresh,

    /// <summary>Memory that never moves or dies: a <c>u8</c> literal, a pinned-heap array.</summary>
    Static,

    /// <summary>Text of bytes whose last element is seen not to be a NUL.</summary>
    Unterminated,

    /// <summary>A value from outside: only its identity is known.</summary>
    Opaque,
}
