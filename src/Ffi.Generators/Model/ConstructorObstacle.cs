namespace Ffi.Generators.Model;

/// <summary>What prevents an instance library's constructor.</summary>
internal enum ConstructorObstacle
{
    None,

    /// <summary>The type declares that constructor itself.</summary>
    Own,

    /// <summary>A primary constructor, which every other constructor would have to call.</summary>
    Primary,

    /// <summary>A base class that can't be constructed without arguments.</summary>
    Base,
}
