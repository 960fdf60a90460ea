namespace Ffi;

/// <summary>When the symbols of a library are looked up.</summary>
public enum NativeBinding
{
    /// <summary>Each symbol at the first call of its function.</summary>
    Lazy,

    /// <summary>All symbols together: in the constructor of an instance type, at the first call of any function of a static one.
    /// What is missing is then reported at once, all names in one exception.</summary>
    Eager,
}
