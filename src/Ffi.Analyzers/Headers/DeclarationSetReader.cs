using Ffi.Analyzers.Headers.Reading;
using Ffi.Generators.Reading;
using Ffi.Headers.Checking;
using Ffi.Headers.Checking.Declarations;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Headers;

/// <summary>Reads what of a type can be compared with headers.</summary>
internal static class DeclarationSetReader
{
    /// <summary>The declarations; null of a type that has none.</summary>
    public static DeclarationSet? Read(INamedTypeSymbol type, ShapeReader shapes, Func<DigestSet> digests) => type.TypeKind switch
    {
        TypeKind.Enum => ReadEnum(type, shapes, digests()),
        TypeKind.Delegate => ReadDelegate(type, shapes, digests),
        TypeKind.Class or TypeKind.Struct or TypeKind.Interface when type.TypeParameters.Length == 0 => ReadMembers(type, shapes, digests),
        _ => null,
    };

    private static DeclarationSet? ReadMembers(INamedTypeSymbol type, ShapeReader shapes, Func<DigestSet> digests)
    {
        ImportReader imports = new(shapes);
        List<ManagedFunction> functions = [];
        List<ManagedConstant> constants = [];
        foreach (ISymbol member in type.GetMembers())
        {
            switch (member)
            {
                case IMethodSymbol { MethodKind: MethodKind.Ordinary } method when method.IsExtern || method.IsPartialDefinition:
                    if (imports.Read(method) is { } function)
                    {
                        functions.Add(function);
                    }

                    break;
                case IFieldSymbol { IsConst: true } field when IsKnownConstant(field.Name, digests()):
                    if (ConstantReader.Read(field) is { } constant)
                    {
                        constants.Add(constant);
                    }

                    break;
            }
        }

        ManagedStruct[] structs = IsKnownStruct(type, digests) ? [shapes.ReadStruct(type, Crossing.OfRuntime(TextEncoding.Bytes))] : [];
        return functions.Count + constants.Count + structs.Length == 0
            ? null
            : new DeclarationSet
            {
                Functions = functions,
                Constants = constants,
                Structs = structs,
            };
    }

    // A constant that has the whole name of C's, prefix and all.
    private static bool IsKnownConstant(string name, DigestSet digests) =>
        name.IndexOf('_') > 0 && digests.All.Any(digest => digest.ConstantsOf(name).Any() || digest.FindEnumMember(name) is not null);

    private static bool IsKnownStruct(INamedTypeSymbol type, Func<DigestSet> digests) =>
        StructReader.LayoutOf(type) is { IsAuto: false } && digests().All.Any(digest => digest.FindRecordAlike(type.Name) is not null);

    private static DeclarationSet? ReadEnum(INamedTypeSymbol type, ShapeReader shapes, DigestSet digests)
    {
        bool isKnown =
            digests.All.Any(digest => digest.FindEnumAlike(type.Name) is not null)
            || type.GetMembers().Any(member => member is IFieldSymbol && IsKnownConstant(member.Name, digests));
        return isKnown ? new DeclarationSet { Enums = [shapes.ReadEnum(type)] } : null;
    }

    private static DeclarationSet? ReadDelegate(INamedTypeSymbol type, ShapeReader shapes, Func<DigestSet> digests)
    {
        bool isForNative =
            type.Find(AttributeReader.Interop, "UnmanagedFunctionPointerAttribute") is not null
            || type.Find(AttributeReader.Ffi, KnownNames.NativeFunctionAttribute) is not null;
        return
            isForNative && type.TypeParameters.Length == 0 && digests().All.Any(digest => digest.FindCallbackAlike(type.Name) is not null)
            ? new DeclarationSet { Callbacks = [shapes.ReadCallback(type, Crossing.OfRuntime(TextEncoding.Bytes))] }
            : null;
    }
}
