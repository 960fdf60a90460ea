using Ffi.Headers.Checking;
using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;
using Ffi.Tool.Assemblies;
using Ffi.Tool.Output;

namespace Ffi.Tool.Verifying;

/// <summary>The functions that a library's file exports.</summary>
internal sealed class ExportList
{
    private readonly HashSet<string> _names;
    private readonly DigestSet _self;

    /// <summary>Exports that were read.</summary>
    /// <param name="file">The library's file.</param>
    /// <param name="names">What it exports.</param>
    public ExportList(string file, IEnumerable<string> names)
    {
        File = file;
        _names = names.ToHashSet(StringComparer.Ordinal);
        // A digest without functions finds the imports that mean the library, however they name it.
        _self = new DigestSet([new HeaderDigest { Library = Path.GetFileName(file) }]);
    }

    /// <summary>The library's file.</summary>
    public string File { get; }

    /// <summary>Reads a file.</summary>
    /// <returns>The exports, or why there are none.</returns>
    public static (ExportList? List, Problem? Problem) Read(string file)
    {
        if (!System.IO.File.Exists(file))
        {
            return (null, new Problem($"There is no file {file}."));
        }

        IReadOnlyList<string> names = ExportedSymbols.Read(System.IO.File.ReadAllBytes(file));
        return names.Count > 0
            ? (new ExportList(file, names), null)
            : (null, new Problem($"{file} exports nothing: it is {BinaryFile.Describe(file)}."));
    }

    /// <summary>Whether the library exports a function.</summary>
    public bool Has(string symbol) => _names.Contains(symbol);

    /// <summary>Whether an import means this library.</summary>
    public bool Belongs(ManagedFunction import) => import.Library is { } library && _self.Of(library).Count > 0;

    /// <summary>What imports of this library ask for and it doesn't export.</summary>
    public IEnumerable<Finding> Check(IEnumerable<ManagedFunction> imports) => imports
        .Where(import => Belongs(import) && !import.IsOptional && import.Symbol[0] != '#')
        // The runtime looks for Windows' two names too.
        .Where(import => !Has(import.Symbol) && !Has(import.Symbol + "W") && !Has(import.Symbol + "A"))
        .Select(import =>
        {
            string? nearest = NearestSymbols.Of(import.Symbol, _names) is [var first, ..] ? first : null;
            return new Finding(
                CheckRule.UnknownSymbol,
                FindingSeverity.Warning,
                $"'{import.Symbol}' isn't exported by {Path.GetFileName(File)}" + (nearest is null ? "" : $"; it exports '{nearest}'"))
            {
                Origin = import.Origin,
                Symbol = import.Symbol,
                Replacement = nearest,
            };
        });
}
