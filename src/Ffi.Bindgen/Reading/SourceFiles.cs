using System.Text;
using System.Text.RegularExpressions;
using Ffi.Bindgen.Clang;
using Ffi.Bindgen.Sysroot;

namespace Ffi.Bindgen.Reading;

/// <summary>Tells for each file of a parsed header whether it belongs to the library.</summary>
/// <remarks>The library's are the headers that were asked for, what is in their folder, and, where they stand among the headers of many
/// libraries, what they include in quotes and the folder of their name: <c>git2.h</c> has <c>git2/</c>.</remarks>
internal sealed partial class SourceFiles(LibClang clang, IncludePath path)
{
    private static readonly SourceFile s_none = new("", "", IsOwn: false);

    private readonly Dictionary<nint, SourceFile> _files = [];
    private readonly List<(string Name, string Includer, int Line)> _foreign = [];
    private readonly HashSet<string> _quoted = new(StringComparer.Ordinal);

    /// <summary>The library's files, in the order in which they were met.</summary>
    public IEnumerable<SourceFile> Own => _files.Values.Where(static file => file.IsOwn);

    /// <summary>All files that were met.</summary>
    public IEnumerable<SourceFile> All => _files.Values;

    /// <summary>The names that the library's files undefine somewhere.</summary>
    public IReadOnlySet<string> Undefined() =>
        Own.SelectMany(static file =>
                Undefinition().Matches(Encoding.UTF8.GetString(file.Bytes)).Select(static match => match.Groups[1].Value))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Learns of an inclusion. Inclusions come in the compiler's order, so the including file is known already.</summary>
    public void Include(Cursor inclusion)
    {
        clang.Locate(clang.LocationOf(inclusion), out nint includer, out _, out _, out uint offset);
        nint included = clang.IncludedFileOf(inclusion);
        if (included == 0 || _files.ContainsKey(included))
        {
            return;
        }

        if (Find(includer) is { IsOwn: true } own && IsQuoted(own.Bytes, (int)offset))
        {
            _quoted.Add(PathOf(included));
        }

        SourceFile found = Find(included);
        if (IsForeign(found))
        {
            clang.Locate(clang.LocationOf(inclusion), out _, out uint line, out _, out _);
            _foreign.Add((found.Name, Find(includer).Name, (int)line));
        }
    }

    /// <summary>Headers of the machine's own C library that were met, with the header and line that include them. They belong to one
    /// platform, and to machines that have them.</summary>
    public IReadOnlyList<(string Name, string Includer, int Line)> Foreign => _foreign;

    /// <summary>The file that libclang means; one that is not the library's if there is none.</summary>
    public SourceFile Find(nint file)
    {
        if (file == 0)
        {
            return s_none;
        }

        if (!_files.TryGetValue(file, out SourceFile? found))
        {
            string full = PathOf(file);
            string name = path.NameOf(full);
            _files.Add(file, found = new SourceFile(full, name, IsOwn(full, name)));
        }

        return found;
    }

    // What includes it is reported already if it is the C library's too.
    private bool IsForeign(SourceFile file) =>
        !file.IsOwn
        && path.Folders.Any(folder => IncludePath.IsShared(folder) && IncludePath.IsBelow(file.Path, folder))
        && SystemHeaderNames.Contains(file.Name);

    private string PathOf(nint file) => Path.GetFullPath(clang.Take(clang.FileNameOf(file)));

    private bool IsOwn(string full, string name) => path.Headers.Any(header => header.Path == full || IsOwn(header, full, name));

    private bool IsOwn(HeaderFile header, string full, string name)
    {
        int slash = header.Name.IndexOf('/');
        if (slash >= 0)
        {
            return name.StartsWith(header.Name[..(slash + 1)], StringComparison.Ordinal);
        }

        string folder = Path.GetDirectoryName(header.Path)!;
        return IncludePath.IsShared(folder)
            ? _quoted.Contains(full) || name.StartsWith(Path.GetFileNameWithoutExtension(header.Name) + "/", StringComparison.Ordinal)
            : IncludePath.IsBelow(full, folder);
    }

    // The location of an inclusion is its "#"; the name begins with a quote or a bracket.
    private static bool IsQuoted(byte[] text, int offset)
    {
        while (offset < text.Length && text[offset] is not ((byte)'"' or (byte)'<' or (byte)'\n'))
        {
            offset++;
        }

        return offset < text.Length && text[offset] == (byte)'"';
    }

    [GeneratedRegex(@"#\s*undef\s+(\w+)")]
    private static partial Regex Undefinition();
}
