namespace Ffi.Generators.Model;

/// <summary>What a custom marshaller has, of the shapes that <c>CustomMarshallerAttribute</c> describes.</summary>
[Flags]
internal enum MarshallerMembers
{
    None = 0,

    /// <summary>A struct that lives for one call, rather than a class of static methods.</summary>
    Stateful = 1,

    /// <summary>A <c>ref struct</c>.</summary>
    RefStruct = 2,

    /// <summary>Takes room that the caller allocates.</summary>
    Buffer = 4,
    Free = 8,

    /// <summary><c>GetPinnableReference</c>: of the managed value where stateless, of the marshaller where stateful.</summary>
    Pinnable = 16,
    OnInvoked = 32,

    /// <summary>The way back is named <c>…Finally</c> and promises not to throw.</summary>
    Finally = 64,
}
