using System.Reflection.Metadata;

namespace Ffi.Tool.Assemblies.Places;

/// <summary>Finds where in the sources a member stands.</summary>
internal sealed class PlaceFinder : IDisposable
{
    private readonly Dictionary<AssemblyFile, DebugDocuments> _documents = [];

    /// <summary>The place; without a line if only the file is known, and the assembly's file if not even that.</summary>
    public FoundPlace Find(MemberPlace place)
    {
        if (!_documents.TryGetValue(place.Assembly, out DebugDocuments? documents))
        {
            _documents.Add(place.Assembly, documents = new DebugDocuments(place.Assembly));
        }

        IReadOnlyList<DocumentHandle> candidates = DocumentsOf(place, documents);
        foreach (DocumentHandle document in candidates)
        {
            if (documents.TextOf(document) is { } text && text.Find(place) is { } offset)
            {
                (int line, int column) = text.PositionOf(offset);
                return new FoundPlace(SourceFiles.Show(documents.NameOf(document)), line, column);
            }
        }

        return candidates.Count > 0
            ? new FoundPlace(SourceFiles.Show(documents.NameOf(candidates[0])), 0, 0)
            : new FoundPlace(SourceFiles.Show(place.Assembly.Path), 0, 0);
    }

    // A type without methods that is nested stands where its outer type does.
    private static IReadOnlyList<DocumentHandle> DocumentsOf(MemberPlace place, DebugDocuments documents)
    {
        for (TypeDefinitionHandle type = place.Type; !type.IsNil; type = place.Assembly.Metadata.GetTypeDefinition(type).GetDeclaringType())
        {
            if (documents.Of(type) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }

    public void Dispose()
    {
        foreach (DebugDocuments documents in _documents.Values)
        {
            documents.Dispose();
        }
    }
}

/// <summary>A place in a file; line and column are 0 if they aren't known.</summary>
internal readonly record struct FoundPlace(string File, int Line, int Column);
