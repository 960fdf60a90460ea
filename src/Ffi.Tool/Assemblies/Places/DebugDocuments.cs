using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Text;

namespace Ffi.Tool.Assemblies.Places;

/// <summary>The source files of an assembly's types, by its portable PDB.</summary>
internal sealed class DebugDocuments : IDisposable
{
    // Portable PDB format, "Type Definition Documents" and "Embedded Source".
    private static readonly Guid s_typeDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    private static readonly Guid s_embeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    private readonly AssemblyFile _assembly;
    private readonly MetadataReaderProvider? _provider;
    private readonly MetadataReader? _symbols;
    private readonly Dictionary<DocumentHandle, SourceText?> _texts = [];

    /// <summary>Looks for the PDB inside the assembly and beside it.</summary>
    public DebugDocuments(AssemblyFile assembly)
    {
        _assembly = assembly;
        try
        {
            _provider = assembly.Image.TryOpenAssociatedPortablePdb(assembly.Path, Open, out MetadataReaderProvider? found, out _)
                ? found
                : null;
            _symbols = _provider?.GetMetadataReader();
        }
        catch (BadImageFormatException)
        {
            // A damaged PDB, or one of Windows' own format: findings then stand without a line.
        }
    }

    /// <summary>The source files that have to do with a type, those first that people write.</summary>
    public IReadOnlyList<DocumentHandle> Of(TypeDefinitionHandle type) => _symbols is null ? [] :
    [
        .. Named(type).Concat(OfMethods(type)).Distinct().OrderBy(document => IsGenerated(NameOf(document))),
    ];

    /// <summary>A document's path, as the compiler was given it.</summary>
    public string NameOf(DocumentHandle document) => _symbols!.GetString(_symbols.GetDocument(document).Name);

    /// <summary>A document's text: from the disk, or from the PDB itself; null if it is nowhere.</summary>
    public SourceText? TextOf(DocumentHandle document)
    {
        if (!_texts.TryGetValue(document, out SourceText? text))
        {
            string? read = SourceFiles.Find(NameOf(document)) is { } file ? File.ReadAllText(file) : Embedded(document);
            _texts.Add(document, text = read is null ? null : new SourceText(read));
        }

        return text;
    }

    private static FileStream? Open(string path) => File.Exists(path) ? File.OpenRead(path) : null;

    private static bool IsGenerated(string name) =>
        name.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) || name.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal);

    private IEnumerable<DocumentHandle> Named(TypeDefinitionHandle type)
    {
        foreach (CustomDebugInformation information in _symbols!.GetCustomDebugInformation(type).Select(_symbols.GetCustomDebugInformation))
        {
            if (_symbols.GetGuid(information.Kind) == s_typeDocuments)
            {
                BlobReader blob = _symbols.GetBlobReader(information.Value);
                while (blob.RemainingBytes > 0)
                {
                    yield return MetadataTokens.DocumentHandle(blob.ReadCompressedInteger());
                }
            }
        }
    }

    private IEnumerable<DocumentHandle> OfMethods(TypeDefinitionHandle type) => _assembly.Metadata.GetTypeDefinition(type).GetMethods()
        .Select(method => _symbols!.GetMethodDebugInformation(method).Document)
        .Where(static document => !document.IsNil);

    private string? Embedded(DocumentHandle document)
    {
        foreach (
            CustomDebugInformation information in _symbols!.GetCustomDebugInformation(document).Select(_symbols.GetCustomDebugInformation))
        {
            if (_symbols.GetGuid(information.Kind) == s_embeddedSource)
            {
                BlobReader blob = _symbols.GetBlobReader(information.Value);
                int bytes = blob.ReadInt32();
                byte[] content = blob.ReadBytes(blob.RemainingBytes);
                using Stream stream =
                    bytes == 0 ? new MemoryStream(content) : new DeflateStream(new MemoryStream(content), CompressionMode.Decompress);
                using StreamReader reader = new(stream, Encoding.UTF8);
                return reader.ReadToEnd();
            }
        }

        return null;
    }

    public void Dispose() => _provider?.Dispose();
}
