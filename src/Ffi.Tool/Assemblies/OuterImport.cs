using System.Reflection.Metadata;
using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Tool.Assemblies;

/// <summary>The method that a person wrote with <c>[LibraryImport]</c>. The import behind it has pointers only; this one has the names, and
/// says who writes.</summary>
internal static class OuterImport
{
    private const string Attribute = "System.Runtime.InteropServices.LibraryImportAttribute";

    /// <summary>The method of a name and number of parameters; null if it isn't just one.</summary>
    public static MethodDefinitionHandle? Find(AssemblyFile assembly, TypeDefinitionHandle type, string name, int count)
    {
        MetadataReader metadata = assembly.Metadata;
        MethodDefinitionHandle[] found =
        [
            .. metadata.GetTypeDefinition(type).GetMethods().Where(handle =>
            {
                MethodDefinition method = metadata.GetMethodDefinition(handle);
                return metadata.StringComparer.Equals(method.Name, name)
                    && method.GetParameters().Select(metadata.GetParameter).Count(static parameter => parameter.SequenceNumber > 0) == count
                    && assembly.Attributes.Has(method.GetCustomAttributes(), Attribute);
            }),
        ];
        return found is [var only] ? only : null;
    }

    /// <summary>What is passed, with what was written.</summary>
    public static ManagedSignature Join(ManagedSignature inner, ManagedSignature outer) => inner with
    {
        Parameters = inner.Parameters.Zip(outer.Parameters, Join).ToEquatableArray(),
    };

    private static ManagedParameter Join(ManagedParameter inner, ManagedParameter outer) =>
        outer with
        {
            Shape = (inner.Shape, outer.Shape) switch
            {
                (PointerShape pointer, PointerShape written) => pointer with { Kind = written.Kind },
                (PointerShape { Target: IntegerShape { Width: IntegerWidth.One } }, TextShape) => new TextShape(TextEncoding.Bytes),
                (PointerShape { Target: IntegerShape { Width: IntegerWidth.Two } or CharacterShape { Bytes: 2 } }, TextShape) =>
                    new TextShape(TextEncoding.Utf16),
                (IntegerShape { Width: IntegerWidth.Native }, AddressShape or CallbackShape) => outer.Shape,
                _ => inner.Shape,
            },
        };
}
