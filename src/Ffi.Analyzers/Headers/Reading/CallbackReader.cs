using System.Runtime.InteropServices;
using Ffi.Generators.Reading;
using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;
using Microsoft.CodeAnalysis;
using CallingConvention = System.Runtime.InteropServices.CallingConvention;

namespace Ffi.Analyzers.Headers.Reading;

/// <summary>Reads delegates and function pointers.</summary>
internal sealed class CallbackReader(ShapeReader shapes)
{
    /// <summary>The callback.</summary>
    public ManagedCallback Read(ITypeSymbol type, Marshalling marshalling) =>
        new(type.Name.Length > 0 ? type.Name : "delegate*", () => ReadSignature(type, marshalling))
        {
            Origin = type.Locations.FirstOrDefault(static location => location.IsInSource),
        };

    /// <summary>What a delegate or function pointer takes; null if it isn't for native code, or open.</summary>
    public ManagedSignature? ReadSignature(ITypeSymbol type, Marshalling marshalling)
    {
        switch (type)
        {
            case IFunctionPointerTypeSymbol
            {
                Signature: { CallingConvention: not System.Reflection.Metadata.SignatureCallingConvention.Default } signature
            }:
                return ReadSignature(signature, Crossing.Memory, ConventionOf(signature));
            case INamedTypeSymbol { DelegateInvokeMethod: { } invoke } named:
                AttributeData? attribute = named.Find(AttributeReader.Interop, "UnmanagedFunctionPointerAttribute");
                Crossing crossing =
                    marshalling == Marshalling.NativeFunction
                        ? Crossing.OfNativeFunction(
                            ImportReader.EncodingOf(
                                TextOptions.Of(
                                    named,
                                    named
                                        .GetAttributes()
                                        .FirstOrDefault(static said =>
                                            said.AttributeClass.Is(AttributeReader.Ffi, KnownNames.NativeFunctionAttribute)))))
                        : Crossing.OfRuntime(ImportReader.EncodingOf((CharSet?)attribute?.Named<int?>("CharSet")));
                return ReadSignature(
                    invoke,
                    crossing,
                    attribute is { ConstructorArguments: [{ Value: int convention }] }
                        ? ImportReader.ConventionOf((CallingConvention)convention)
                        : ManagedConvention.Default);
            default:
                return null;
        }
    }

    /// <summary>What a method takes. What native code never sees is left out.</summary>
    public ManagedSignature ReadSignature(IMethodSymbol method, Crossing crossing, ManagedConvention convention)
    {
        var parameters = method.Parameters
            .Where(static parameter => parameter.Find(AttributeReader.Ffi, "LastErrorAttribute") is null)
            .Select(parameter => new ManagedParameter(parameter.Name, shapes.ReadParameter(parameter, crossing)) { Origin = parameter });
        return new ManagedSignature(
            parameters.ToEquatableArray(),
            new ManagedResult(shapes.ReadResult(method, crossing)) { Origin = method })
        {
            Convention = convention,
        };
    }

    private static ManagedConvention ConventionOf(IMethodSymbol signature) => signature.CallingConvention switch
    {
        System.Reflection.Metadata.SignatureCallingConvention.CDecl => ManagedConvention.Cdecl,
        System.Reflection.Metadata.SignatureCallingConvention.StdCall => ManagedConvention.Stdcall,
        System.Reflection.Metadata.SignatureCallingConvention.FastCall => ManagedConvention.Fastcall,
        System.Reflection.Metadata.SignatureCallingConvention.ThisCall => ManagedConvention.Thiscall,
        _ => ManagedConvention.Default,
    };
}
