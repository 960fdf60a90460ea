namespace Ffi.Analyzers.Liveness.Flow;

/// <summary>How a value stands to a resource.</summary>
internal enum Role
{
    /// <summary>The value is the resource: the handle, the array, the delegate.</summary>
    Self,

    /// <summary>The value is an address that the resource keeps valid.</summary>
    Address,

    /// <summary>The value is a closure over such an address.</summary>
    Captured,

    /// <summary>The value is a number that the resource can be had back from.</summary>
    Token,
}

/// <summary>One thing known of a value.</summary>
internal readonly record struct Fact(Resource Resource, Role Role);
