using System.Reflection;
using System.Reflection.Metadata;
using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;
using Ffi.Tool.Assemblies.Places;
using Ffi.Tool.Assemblies.Types;

namespace Ffi.Tool.Assemblies;

/// <summary>Reads imports: methods with <c>[DllImport]</c>, those too that LibraryImport's generator makes.</summary>
internal sealed class ImportReader(AssemblyFile assembly, AssemblyFolder folder, ShapeReader shapes)
{
    private readonly MetadataReader _metadata = assembly.Metadata;

    /// <summary>The import; null if the method is none.</summary>
    public ManagedFunction? Read(MethodDefinitionHandle handle)
    {
        MethodDefinition method = _metadata.GetMethodDefinition(handle);
        MethodImport import = method.GetImport();
        if ((method.Attributes & MethodAttributes.PinvokeImpl) == 0 || import.Module.IsNil)
        {
            return null;
        }

        string name = _metadata.GetString(method.Name);
        if (MethodNames.AroundOf(name) is { } around && IsNativeFunction(method.GetDeclaringType(), around))
        {
            return null;
        }

        bool isDisabled = TypeModels.IsMarshallingDisabled(assembly);
        ManagedSignature signature = SignatureReader.Read(
            assembly,
            handle,
            folder,
            shapes,
            isDisabled ? MarshalRules.Raw : MarshalRules.Of(import.Attributes));
        bool returnsError = (method.ImplAttributes & MethodImplAttributes.PreserveSig) == 0;
        signature = (returnsError ? WithError(signature) : signature) with { Convention = ConventionOf(import.Attributes) };
        if (
            MethodNames.OuterOf(name) is { } outer
            && OuterImport.Find(assembly, method.GetDeclaringType(), outer, signature.Parameters.Count) is { } written)
        {
            signature = OuterImport.Join(signature, SignatureReader.Read(assembly, written, folder, shapes, MarshalRules.Raw));
        }

        return new ManagedFunction(import.Name.IsNil ? name : _metadata.GetString(import.Name), signature)
        {
            Library = _metadata.GetString(_metadata.GetModuleReference(import.Module).Name),
            Name = MethodNames.Plain(name),
            Platforms = PlatformReader.Of(assembly, method),
            Origin = new MemberPlace(assembly, method.GetDeclaringType(), MemberKind.Method, MethodNames.Plain(name))
            {
                Count = signature.Parameters.Count,
            },
        };
    }

    // With NativeBinding.Import the generated half of a function has its import inside. The function itself says more, and is read too.
    private bool IsNativeFunction(TypeDefinitionHandle type, string name) =>
        _metadata
            .GetTypeDefinition(type)
            .GetMethods()
            .Select(_metadata.GetMethodDefinition)
            .Any(method =>
                _metadata.StringComparer.Equals(method.Name, name)
                && assembly.Attributes.Has(method.GetCustomAttributes(), "Ffi.NativeFunctionAttribute"));

    // Without PreserveSig the function returns an HRESULT, and writes its result through a last parameter.
    private static ManagedSignature WithError(ManagedSignature signature)
    {
        IEnumerable<ManagedParameter> result =
            signature.Result.Shape is VoidShape
                ? []
                :
                [
                    new ManagedParameter("result", new PointerShape(signature.Result.Shape, PointerKind.Out))
                    {
                        Origin = signature.Result.Origin,
                    },
                ];
        return signature with
        {
            Parameters = signature.Parameters.Concat(result).ToEquatableArray(),
            Result = new ManagedResult(new IntegerShape(IntegerWidth.Four, IsSigned: true)) { Origin = signature.Result.Origin },
        };
    }

    private static ManagedConvention ConventionOf(MethodImportAttributes attributes) =>
        (attributes & MethodImportAttributes.CallingConventionMask) switch
        {
            MethodImportAttributes.CallingConventionCDecl => ManagedConvention.Cdecl,
            MethodImportAttributes.CallingConventionStdCall => ManagedConvention.Stdcall,
            MethodImportAttributes.CallingConventionThisCall => ManagedConvention.Thiscall,
            MethodImportAttributes.CallingConventionFastCall => ManagedConvention.Fastcall,
            _ => ManagedConvention.Default,
        };
}
