using System.Runtime.InteropServices;
using Ffi.Generators.Reading;
using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;
using Microsoft.CodeAnalysis;
using CallingConvention = System.Runtime.InteropServices.CallingConvention;
using ModelEncoding = Ffi.Generators.Model.TextEncoding;

namespace Ffi.Analyzers.Headers.Reading;

/// <summary>Reads imports: <c>[NativeFunction]</c>, <c>[DllImport]</c>, <c>[LibraryImport]</c>.</summary>
internal sealed class ImportReader(ShapeReader shapes)
{
    private readonly CallbackReader _signatures = new(shapes);

    /// <summary>The function; null of a method that is no import, or one whose native signature isn't what it says.</summary>
    public ManagedFunction? Read(IMethodSymbol method)
    {
        if (method.IsGenericMethod)
        {
            return null;
        }

        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type)
            {
                continue;
            }

            if (type.Is(AttributeReader.Ffi, KnownNames.NativeFunctionAttribute))
            {
                return ReadNativeFunction(method, attribute);
            }

            if (type.Is(AttributeReader.Interop, "LibraryImportAttribute"))
            {
                return ReadLibraryImport(method, attribute);
            }
        }

        // The compiler shows [DllImport] as data of the method, and its half of a [LibraryImport] has one, too.
        return method.GetDllImportData() is { } import && !IsImplementation(method) ? ReadDllImport(method, import) : null;
    }

    /// <summary>A function that a delegate or function pointer type stands for.</summary>
    public ManagedFunction? Read(string symbol, ITypeSymbol type, Marshalling marshalling, object? origin) =>
        _signatures.ReadSignature(type, marshalling) is { } signature ? new ManagedFunction(symbol, signature) { Origin = origin } : null;

    /// <summary>The encoding that <c>CharSet</c> says; the compiler's default is ANSI.</summary>
    public static TextEncoding EncodingOf(CharSet? charSet) => charSet switch
    {
        CharSet.Unicode => TextEncoding.Utf16,
        CharSet.Auto => TextEncoding.Auto,
        _ => TextEncoding.Bytes,
    };

    /// <summary>The encoding of text in a native function; null if a converter decides.</summary>
    public static TextEncoding? EncodingOf(TextOptions options) => options.Encoding switch
    {
        ModelEncoding.Utf8 => TextEncoding.Bytes,
        ModelEncoding.Utf16 => TextEncoding.Utf16,
        ModelEncoding.Wide => TextEncoding.Wide,
        _ => null,
    };

    public static ManagedConvention ConventionOf(CallingConvention convention) => convention switch
    {
        CallingConvention.Cdecl => ManagedConvention.Cdecl,
        CallingConvention.StdCall => ManagedConvention.Stdcall,
        CallingConvention.FastCall => ManagedConvention.Fastcall,
        CallingConvention.ThisCall => ManagedConvention.Thiscall,
        _ => ManagedConvention.Default,
    };

    private ManagedFunction ReadNativeFunction(IMethodSymbol method, AttributeData attribute)
    {
        Crossing crossing = Crossing.OfNativeFunction(EncodingOf(TextOptions.Of(method, attribute)));
        ManagedSignature signature = _signatures.ReadSignature(method, crossing, ReadConvention(method)) with
        {
            IsVariadic = attribute.Named<int>("Variadic") > 0,
        };
        AttributeData? library = LibraryReader.FindAttribute(method.ContainingType);
        return Complete(new ManagedFunction(attribute.First<string>() ?? method.Name, signature)
        {
            Library = library is null ? null : LibraryReader.ReadName(library, library.First<string>())?.Name,
            IsOptional = attribute.Named<bool>("Optional"),
        }, method);
    }

    private ManagedFunction? ReadLibraryImport(IMethodSymbol method, AttributeData attribute)
    {
        TextEncoding? encoding = attribute.Named<int?>("StringMarshalling") switch
        {
            (int)ModelEncoding.Utf8 => TextEncoding.Bytes,
            (int)ModelEncoding.Utf16 => TextEncoding.Utf16,
            _ => null,
        };
        ManagedSignature signature = _signatures.ReadSignature(method, Crossing.OfLibraryImport(encoding), ReadConvention(method));
        return Complete(
            new ManagedFunction(attribute.Named<string>("EntryPoint") ?? method.Name, signature) { Library = attribute.First<string>() },
            method);
    }

    private ManagedFunction? ReadDllImport(IMethodSymbol method, DllImportData import)
    {
        // An HRESULT of which the runtime makes an exception.
        if ((method.MethodImplementationFlags & System.Reflection.MethodImplAttributes.PreserveSig) == 0)
        {
            return null;
        }

        bool isRaw = method.ContainingAssembly.Find("System.Runtime.CompilerServices", "DisableRuntimeMarshallingAttribute") is not null;
        Crossing crossing = isRaw ? Crossing.Memory : Crossing.OfRuntime(EncodingOf(import.CharacterSet));
        ManagedSignature signature = _signatures.ReadSignature(method, crossing, ConventionOf(import.CallingConvention)) with
        {
            IsVariadic = method.IsVararg,
        };
        return Complete(new ManagedFunction(import.EntryPointName ?? method.Name, signature) { Library = import.ModuleName }, method);
    }

    private static ManagedFunction Complete(ManagedFunction function, IMethodSymbol method) => function with
    {
        Name = method.Name,
        Platforms = PlatformReader.Read(method),
        NamedSymbols = NamedSymbolReader.Read(method).ToEquatableArray(),
        Origin = method,
    };

    private static bool IsImplementation(IMethodSymbol method) =>
        method.PartialDefinitionPart is not null || GeneratedFile.Contains(method);

    private static ManagedConvention ReadConvention(IMethodSymbol method)
    {
        foreach (TypedConstant said in OptionsReader.ConventionTypes(method))
        {
            switch ((said.Value as ITypeSymbol)?.Name)
            {
                case "CallConvCdecl":
                    return ManagedConvention.Cdecl;
                case "CallConvStdcall":
                    return ManagedConvention.Stdcall;
                case "CallConvFastcall":
                    return ManagedConvention.Fastcall;
                case "CallConvThiscall":
                    return ManagedConvention.Thiscall;
            }
        }

        return ManagedConvention.Default;
    }
}
