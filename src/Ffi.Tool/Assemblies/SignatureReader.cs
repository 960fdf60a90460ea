using System.Reflection.Metadata;
using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;
using Ffi.Tool.Assemblies.Places;
using Ffi.Tool.Assemblies.Types;

namespace Ffi.Tool.Assemblies;

/// <summary>Reads what a method takes and returns.</summary>
internal static class SignatureReader
{
    /// <summary>The signature as values are passed by some rules.</summary>
    public static ManagedSignature Read(
        AssemblyFile assembly,
        MethodDefinitionHandle handle,
        AssemblyFolder folder,
        ShapeReader shapes,
        MarshalRules rules)
    {
        MetadataReader metadata = assembly.Metadata;
        MethodDefinition method = metadata.GetMethodDefinition(handle);
        MethodSignature<TypeNode> signature = method.DecodeSignature<TypeNode, object?>(folder.ProviderOf(assembly), null);
        Dictionary<int, Parameter> declared = method
            .GetParameters()
            .Select(metadata.GetParameter)
            .ToDictionary(static parameter => parameter.SequenceNumber);
        bool isRaw = rules.Converter == Converter.Nobody;
        string name = NameOf(metadata, method);
        return new ManagedSignature(
            signature.ParameterTypes.Select((type, index) => ReadParameter(type, index + 1)).ToEquatableArray(),
            new ManagedResult(ShapeOf(signature.ReturnType, 0))
            {
                Origin = new MemberPlace(assembly, method.GetDeclaringType(), MemberKind.Method, name),
            })
        {
            IsVariadic = signature.Header.CallingConvention == SignatureCallingConvention.VarArgs,
        };

        ManagedParameter ReadParameter(TypeNode type, int number)
        {
            string parameterName = declared.TryGetValue(number, out Parameter parameter) ? metadata.GetString(parameter.Name) : "";
            return new ManagedParameter(parameterName, ShapeOf(type, number))
            {
                Origin = new MemberPlace(assembly, method.GetDeclaringType(), MemberKind.Method, name)
                {
                    Parameter = parameterName,
                    Count = signature.ParameterTypes.Length,
                },
            };
        }

        ValueShape ShapeOf(TypeNode type, int number)
        {
            bool isDeclared = declared.TryGetValue(number, out Parameter parameter);
            if (isDeclared && !isRaw && MarshallerOf(assembly, parameter) is { } marshaller)
            {
                return marshaller;
            }

            MarshalDescriptor? marshal =
                isDeclared && !isRaw ? MarshalDescriptor.Read(metadata, parameter.GetMarshallingDescriptor()) : null;
            return shapes.Of(type, marshal, isDeclared ? parameter.Attributes : default, rules);
        }
    }

    // Only a marshaller's code knows what native code gets; one is known. Without a type, the attribute tells a length.
    private static ValueShape? MarshallerOf(AssemblyFile assembly, Parameter parameter) =>
        assembly.Attributes.Find(parameter.GetCustomAttributes(), "System.Runtime.InteropServices.Marshalling.MarshalUsingAttribute") switch
        {
            { Fixed: [string name, ..] } when name.StartsWith("Ffi.WideStringMarshaller", StringComparison.Ordinal) => new TextShape(
                TextEncoding.Wide),
            { Fixed.Length: > 0 } => new UnknownShape(),
            _ => null,
        };

    // What a delegate takes stands behind the type's name.
    private static string NameOf(MetadataReader metadata, MethodDefinition method) => metadata.StringComparer.Equals(method.Name, "Invoke")
        ? metadata.GetString(metadata.GetTypeDefinition(method.GetDeclaringType()).Name)
        : MethodNames.Plain(metadata.GetString(method.Name));
}
