using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>The import by which the runtime calls a symbol.</summary>
/// <param name="Library">The library's name, as the runtime looks for it.</param>
/// <param name="SearchPath">The <c>DllImportSearchPath</c> that applies; null if none is set.</param>
/// <param name="Conventions">The names behind <c>CallConv</c>; empty for the platform's own.</param>
/// <param name="SuppressesGCTransition">Whether the call stays in cooperative mode.</param>
internal sealed record ImportPlan(
    string Library,
    int? SearchPath,
    EquatableArray<string> Conventions = default,
    bool SuppressesGCTransition = false)
{
    private const string NoTransition = "SuppressGCTransition";

    /// <summary>The import of a library's function; null if Ffi binds the library.</summary>
    public static ImportPlan? Of(LibraryModel library, FunctionOptions options) =>
        Of(library, library.LibraryName) is not { } import
            ? null
            : import with
            {
                Conventions = options.CallingConventions.Where(static name => name != NoTransition).ToEquatableArray(),
                SuppressesGCTransition = options.SuppressGCTransition || options.CallingConventions.Contains(NoTransition),
            };

    /// <summary>The import of what frees something, from the library itself or another one; null if Ffi binds it, as it does where that has
    /// a name for each system.</summary>
    public static ImportPlan? Of(LibraryModel library, LibraryNameModel? names) =>
        library.Binding == BindingKind.Import && names is { Linux: null, MacOS: null, Windows: null }
            ? new(names.Name, library.SearchPath)
            : null;
}
