namespace Ffi.Generators.Model;

/// <summary>What a parameter's own attributes say of it.</summary>
[Flags]
internal enum ParameterTraits
{
    None = 0,

    /// <summary>Native code keeps the pointer after the call.</summary>
    Retained = 1,

    /// <summary>The call ends the life of what the argument refers to.</summary>
    Frees = 2,

    /// <summary>A NUL is in the span or directly after it.</summary>
    NulTerminated = 4,

    /// <summary>Native code never sees it: it receives the call's error number.</summary>
    LastError = 8,

    /// <summary><c>[In]</c>.</summary>
    In = 16,

    /// <summary><c>[Out]</c>.</summary>
    Out = 32,
}
