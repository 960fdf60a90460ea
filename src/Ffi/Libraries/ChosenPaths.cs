using System.Reflection;
using System.Runtime.CompilerServices;

namespace Ffi;

/// <summary>What <see cref="NativeLibraryPaths"/> was told.</summary>
/// <remarks>Methods that lock their object and arrays that are replaced, not a lock statement and collections: for those a program would
/// load two more assemblies before its first native call. No other code has the object.</remarks>
internal sealed class ChosenPaths
{
    private const string Setting = "Ffi.LibraryPath.";

    private string[] _bound = [];
    private Choice[] _choices = [];
    private Func<string, Assembly?, string?>? _resolver;

    private ChosenPaths()
    {
    }

    /// <summary>The one of the process.</summary>
    public static ChosenPaths Instance { get; } = new();

    /// <inheritdoc cref="NativeLibraryPaths.Set"/>
    [MethodImpl(MethodImplOptions.Synchronized)]
    public void Set(string name, string path)
    {
        if (Array.IndexOf(_bound, name) >= 0)
        {
            throw new InvalidOperationException(
                $"The native library '{name}' is already loaded. Set its path before any of its functions is called.");
        }

        _choices = [new Choice(name, path), .. Array.FindAll(_choices, choice => choice.Name != name)];
    }

    /// <inheritdoc cref="NativeLibraryPaths.SetResolver"/>
    [MethodImpl(MethodImplOptions.Synchronized)]
    public void SetResolver(Func<string, Assembly?, string?> resolver)
    {
        if (_resolver is not null)
        {
            throw new InvalidOperationException("A resolver is already set, and a process can have only one.");
        }

        if (_bound.Length > 0)
        {
            throw new InvalidOperationException(
                $"Native libraries are already loaded: '{string.Join("', '", _bound)}'. Set the resolver before any native function is called."
            );
        }

        _resolver = resolver;
    }

    /// <summary>What is loaded for a name; null if nobody has chosen.</summary>
    public string? Find(string name, Assembly? declaring)
    {
        foreach (Choice choice in _choices)
        {
            if (choice.Name == name)
            {
                return choice.Path;
            }
        }

        return _resolver?.Invoke(name, declaring) ?? AppContext.GetData(Setting + name) as string;
    }

    /// <summary>A static library type is about to load its library. From before it asks until it fails, choices come too late.</summary>
    [MethodImpl(MethodImplOptions.Synchronized)]
    public void Bind(string name)
    {
        string[] bound = new string[_bound.Length + 1];
        Array.Copy(_bound, bound, _bound.Length);
        bound[^1] = name;
        _bound = bound;
    }

    /// <summary>It could not be loaded, and the next call tries again.</summary>
    [MethodImpl(MethodImplOptions.Synchronized)]
    public void Unbind(string name)
    {
        int index = Array.IndexOf(_bound, name);
        _bound = [.. _bound[..index], .. _bound[(index + 1)..]];
    }

    private sealed record Choice(string Name, string Path);
}
