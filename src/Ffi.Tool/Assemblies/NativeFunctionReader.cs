using System.Reflection.Metadata;
using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;
using Ffi.Tool.Assemblies.Places;
using Ffi.Tool.Assemblies.Types;

namespace Ffi.Tool.Assemblies;

/// <summary>Reads functions with <c>[NativeFunction]</c>.</summary>
internal sealed class NativeFunctionReader(AssemblyFile assembly, AssemblyFolder folder, ShapeReader shapes)
{
    private const int Utf16 = 2; // StringMarshalling.Utf16

    private readonly MetadataReader _metadata = assembly.Metadata;

    /// <summary>The function; null if the method is none.</summary>
    public ManagedFunction? Read(MethodDefinitionHandle handle)
    {
        MethodDefinition method = _metadata.GetMethodDefinition(handle);
        if (assembly.Attributes.Find(method.GetCustomAttributes(), "Ffi.NativeFunctionAttribute") is not { } attribute)
        {
            return null;
        }

        string name = _metadata.GetString(method.Name);
        AttributeValue? library = LibraryOf(method.GetDeclaringType());
        bool isUtf16 = attribute.Get<int>("StringMarshalling") == Utf16 || library?.Get<int>("StringMarshalling") == Utf16;
        ManagedSignature signature = SignatureReader.Read(
            assembly,
            handle,
            folder,
            shapes,
            isUtf16 ? MarshalRules.Ffi with { Text = TextEncoding.Utf16 } : MarshalRules.Ffi);
        HashSet<string> own = [.. OwnParameters(method)];
        return new ManagedFunction(attribute.Fixed.FirstOrDefault() as string ?? name, signature with
        {
            Parameters = signature.Parameters.Where(parameter => !own.Contains(parameter.Name)).ToEquatableArray(),
            IsVariadic = attribute.Named.ContainsKey("Variadic"),
        })
        {
            Library = library?.Fixed.FirstOrDefault() as string,
            Name = name,
            Platforms = PlatformReader.Of(assembly, method),
            IsOptional = attribute.Get<bool>("Optional"),
            NamedSymbols = NamedSymbols(method).ToEquatableArray(),
            Origin = new MemberPlace(assembly, method.GetDeclaringType(), MemberKind.Method, name) { Count = signature.Parameters.Count },
        };
    }

    // The error number is received by generated code; native code is given nothing for it.
    private IEnumerable<string> OwnParameters(MethodDefinition method) => method.GetParameters()
        .Select(_metadata.GetParameter)
        .Where(parameter => assembly.Attributes.Has(parameter.GetCustomAttributes(), "Ffi.LastErrorAttribute"))
        .Select(parameter => _metadata.GetString(parameter.Name));

    private IEnumerable<NamedSymbol> NamedSymbols(MethodDefinition method)
    {
        foreach (Parameter parameter in method.GetParameters().Select(_metadata.GetParameter))
        {
            CustomAttributeHandleCollection attributes = parameter.GetCustomAttributes();
            foreach (AttributeValue freed in assembly.Attributes.Of(attributes, "Ffi.FreedWithAttribute"))
            {
                yield return new NamedSymbol(freed.Fixed[0] as string ?? "", "FreedWith") { Library = freed.Get<string>("Library") };
            }

            foreach (AttributeValue borrowed in assembly.Attributes.Of(attributes, "Ffi.BorrowedFromAttribute"))
            {
                IEnumerable<object?> symbols = borrowed.Get<System.Collections.Immutable.ImmutableArray<
                    CustomAttributeTypedArgument<string>
                >>("InvalidatedBy")
                    is { IsDefault: false } array
                    ? array.Select(static item => item.Value)
                    : [];
                foreach (string symbol in symbols.OfType<string>())
                {
                    yield return new NamedSymbol(symbol, "InvalidatedBy");
                }
            }

            foreach (AttributeValue retained in assembly.Attributes.Of(attributes, "Ffi.RetainedAttribute"))
            {
                if (retained.Get<string>("Until") is { } until)
                {
                    yield return new NamedSymbol(until, "Until");
                }
            }
        }
    }

    private AttributeValue? LibraryOf(TypeDefinitionHandle type)
    {
        for (; !type.IsNil; type = _metadata.GetTypeDefinition(type).GetDeclaringType())
        {
            if (
                assembly.Attributes.Find(_metadata.GetTypeDefinition(type).GetCustomAttributes(), "Ffi.NativeLibraryAttribute") is
                { } library)
            {
                return library;
            }
        }

        return null;
    }
}
