using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>Whether Ffi or the runtime looks up the symbols of a library, and when.</summary>
public enum NativeBinding
{
    /// <summary>Each symbol at the first call of its function.</summary>
    Lazy,

    /// <summary>All symbols together: in the constructor of an instance type, at the first call of any function of a static one.
    /// What is missing is then reported at once, all names in one exception.</summary>
    Eager,

    /// <summary>The runtime, as it does for <see cref="DllImportAttribute"/>: the generated code calls an import that needs no marshalling.
    /// Only for static types. Text, handles, callbacks, structs and error numbers are converted as with the other values.</summary>
    /// <remarks>
    /// <para>NativeAOT can link the library into the program (<c>DirectPInvoke</c>), and platforms that load no libraries at run time can
    /// call it.</para>
    /// <para>The runtime's search takes the place of the one at <see cref="NativeModule.Load(string)"/>: it finds no versioned names such
    /// as
    /// <c>libsqlite3.so.0</c>, does not ask <see cref="NativeLibraryPaths"/>, and throws <see cref="DllNotFoundException"/> and
    /// <see cref="EntryPointNotFoundException"/> that name no candidates.</para>
    /// </remarks>
    Import,
}
