namespace Ffi.Generators.Model;

/// <summary>A call that is replaced at compile time.</summary>
internal interface ICallSite
{
    /// <summary>What a file that names the call's types needs around it.</summary>
    SurroundingsModel Surroundings { get; }
}
