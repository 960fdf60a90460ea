using System.Collections.Immutable;
using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Reads the attributes that say who owns what, and the comment that the generated half repeats with it.</summary>
internal static class OwnershipReader
{
    // What the compiler puts around a comment, and what it writes instead of a comment that is not valid XML.
    private static readonly string[] s_frame = ["<member ", "</member>", "<doc>", "</doc>", "<!--"];

    /// <summary>What the attributes say; null if they say nothing.</summary>
    public static OwnershipModel? Read(ImmutableArray<AttributeData> attributes)
    {
        AttributeData? retained = AttributeReader.Find(attributes, AttributeReader.Ffi, "RetainedAttribute");
        AttributeData? frees = AttributeReader.Find(attributes, AttributeReader.Ffi, "FreesAttribute");
        AttributeData? borrowed = AttributeReader.Find(attributes, AttributeReader.Ffi, "BorrowedFromAttribute");
        AttributeData? freed = AttributeReader.Find(attributes, AttributeReader.Ffi, "FreedWithAttribute");
        return (retained ?? frees ?? borrowed ?? freed) is null ? null : new OwnershipModel(
            retained is not null,
            retained?.Named<string>("Until"),
            frees is not null,
            borrowed?.First<string>(),
            ReadNames(borrowed),
            freed is null ? null : freed.First<string>() ?? "",
            freed is null ? null : LibraryReader.ReadName(freed, freed.Named<string>("Library")));
    }

    /// <summary>The lines of a method's documentation comment, with full names in its references: the compiler takes the comment of the
    /// generated half for both, and reads it without the usings of the declaration's file.</summary>
    public static EquatableArray<string> ReadDocumentation(IMethodSymbol method, CancellationToken cancellation) =>
        (method.GetDocumentationCommentXml(cancellationToken: cancellation) ?? "")
            .Split('\n')
            .Select(static line => line.Trim())
            .Where(static line => line.Length > 0 && !s_frame.Any(line.StartsWith))
            .ToEquatableArray();

    private static EquatableArray<string> ReadNames(AttributeData? borrowed)
    {
        TypedConstant names = borrowed?.NamedArguments.FirstOrDefault(static argument => argument.Key == "InvalidatedBy").Value ?? default;
        return names is { Kind: TypedConstantKind.Array, IsNull: false }
            ? names.Values.Select(static name => name.Value as string ?? "").ToEquatableArray()
            : default;
    }
}
