namespace Ffi.CompilerServices;

/// <summary>What was declared of one parameter.</summary>
/// <remarks>Generated code says it; programs have no need to.</remarks>
/// <param name="name">Its name.</param>
/// <param name="type">Its type, as C# has it.</param>
/// <param name="access">What native code may do with the memory behind it.</param>
public sealed class CheckedParameter(string name, string type, CheckedAccess access)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its type, as C# has it.</summary>
    public string Type { get; } = type;

    /// <summary>What native code may do with the memory behind it.</summary>
    public CheckedAccess Access { get; } = access;
}
