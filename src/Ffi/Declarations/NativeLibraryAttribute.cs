using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>Makes a partial class or struct stand for a native library. Its <see cref="NativeFunctionAttribute"/> methods get bodies that
/// call the library's symbols.</summary>
/// <remarks>
/// <para>On a <c>static</c> class, <see cref="Name"/> says which library to load, and it is loaded once, for the life of the process,
/// when a function is first called.</para>
/// <para>On any other class or struct, the symbols come from the <see cref="INativeSymbolSource"/> that the generated constructor
/// takes: a <see cref="NativeModule"/>, or a loader of your own. <see cref="Name"/> is then left out.</para>
/// <para>The folders that are searched follow <see cref="DefaultDllImportSearchPathsAttribute"/> on a
/// function, which holds for all, or on the type's assembly. How a name becomes a file is described at
/// <see cref="NativeModule.Load(string)"/>. A resolver that the assembly has by
/// <see cref="NativeLibrary.SetDllImportResolver"/> is asked first, then <see cref="NativeLibraryPaths"/>.</para>
/// </remarks>
/// <param name="name">The library's usual name (<c>"sqlite3"</c>), a file name, or a path.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class NativeLibraryAttribute(string? name = null) : Attribute
{
    /// <summary>The library's name where no name for the operating system is given; null on instance types.</summary>
    public string? Name { get; } = name;

    /// <summary>The name on Linux, where it differs from <see cref="Name"/>.</summary>
    public string? Linux { get; set; }

    /// <summary>The name on macOS, where it differs from <see cref="Name"/>.</summary>
    public string? MacOS { get; set; }

    /// <summary>The name on Windows, where it differs from <see cref="Name"/>.</summary>
    public string? Windows { get; set; }

    /// <summary>Whether Ffi or the runtime looks up the symbols, and when. The default is that of the assembly's
    /// <see cref="DefaultNativeBindingAttribute"/>, or <see cref="NativeBinding.Lazy"/>.</summary>
    public NativeBinding Binding { get; set; }

    /// <summary>On a static type: whether the library may be missing. A property <c>IsLibraryAvailable</c> is generated, which loads the
    /// library and says whether it is there. Functions still throw <see cref="NativeLibraryNotFoundException"/> if it is
    /// missing.</summary>
    public bool Optional { get; set; }

    /// <summary>The encoding of text in functions whose <see cref="NativeFunctionAttribute"/> does not set it. Default: UTF-8.</summary>
    public StringMarshalling StringMarshalling { get; set; } = StringMarshalling.Utf8;

    /// <summary>The marshaller of strings in functions whose <see cref="NativeFunctionAttribute"/> sets no encoding, if
    /// <see cref="StringMarshalling"/> is <see cref="StringMarshalling.Custom"/> or left out.</summary>
    public Type? StringMarshallingCustomType { get; set; }

    /// <summary>Whether functions keep their error number as <see cref="NativeFunctionAttribute.SetLastError"/> describes, if theirs does
    /// not set it.</summary>
    public bool SetLastError { get; set; }
}
