using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>Reads what is declared of a method: its interop attributes, the lifetime attributes on it, the lifetimes files. One for a
/// compilation.</summary>
internal sealed class SignatureReader(LifetimeFile lifetimes)
{
    private readonly ConcurrentDictionary<IMethodSymbol, NativeSignature?> read = new(SymbolEqualityComparer.Default);

    /// <summary>Null where nothing is declared: the method is ordinary managed code.</summary>
    public NativeSignature? Read(IMethodSymbol method) => read.GetOrAdd(method.OriginalDefinition, ReadOnce);

    private NativeSignature? ReadOnce(IMethodSymbol method)
    {
        if (method.ContainingType is null || method.IsIn(AttributeReader.Interop))
        {
            return null;
        }

        NativeSignature signature = lifetimes.Apply(method, WithAttributes(method, Declared(method)));
        return signature.IsNative || !signature.Parameters.IsEmpty || signature.Result != ResultLifetime.None ? signature : null;
    }

    private static NativeSignature Declared(IMethodSymbol method)
    {
        if (method.GetDllImportData() is { } import)
        {
            return new(import.EntryPointName ?? method.Name)
            {
                IsNative = true,
                KeepsLastError = import.SetLastError,
                Library = import.ModuleName,
            };
        }

        foreach (
            AttributeData attribute in method
                .GetAttributes()
                .Where(a => a.AttributeClass is { } type && (type.IsIn(AttributeReader.Interop) || type.IsIn(AttributeReader.Ffi))))
        {
            switch (attribute.AttributeClass!.Name)
            {
                case "LibraryImportAttribute" or "DllImportAttribute":
                    return new(Named(attribute, "EntryPoint") as string ?? method.Name)
                    {
                        IsNative = true,
                        Library = attribute.ConstructorArguments.FirstOrDefault().Value as string,
                        KeepsLastError =
                            Named(attribute, "SetLastError") is true
                            || attribute.ConstructorArguments.Any(a => a.Kind == TypedConstantKind.Error)
                            || attribute.ConstructorArguments.IsEmpty,
                    };

                case "NativeFunctionAttribute":
                    return new(attribute.ConstructorArguments.FirstOrDefault().Value as string ?? method.Name)
                    {
                        IsNative = true,
                        Library = LibraryReader.FindAttribute(method.ContainingType)?.ConstructorArguments.FirstOrDefault().Value as string,
                        KeepsLastError = (Named(attribute, "SetLastError") ?? LibraryDefault(method, "SetLastError")) is true,
                    };
            }
        }

        // What such a method keeps can't be seen.
        return new(method.Name) { IsNative = method.IsExtern && !IsRuntimeInternal(method), KeepsLastError = true };
    }

    // An extern method of the runtime ([MethodImpl(InternalCall)]) is no native call in the sense of the rules.
    private static bool IsRuntimeInternal(IMethodSymbol method) => method.IsUnder("System");

    private static NativeSignature WithAttributes(IMethodSymbol method, NativeSignature signature)
    {
        ImmutableDictionary<int, ParameterLifetime> parameters = signature.Parameters;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (OfParameter(parameter) is { } lifetime)
            {
                parameters = parameters.SetItem(parameter.Ordinal, lifetime);
            }
        }

        return signature with { Parameters = parameters, Result = OfResult(method.GetReturnTypeAttributes()) };
    }

    private static ParameterLifetime? OfParameter(IParameterSymbol parameter)
    {
        ParameterLifetime? lifetime = null;
        foreach (AttributeData attribute in parameter.GetAttributes().Where(IsOurs))
        {
            lifetime = attribute.AttributeClass!.Name switch
            {
                "RetainedAttribute" => (lifetime ?? new()) with { IsRetained = true, Until = Named(attribute, "Until") as string },
                "FreesAttribute" => (lifetime ?? new()) with { IsFreed = true },
                "NulTerminatedAttribute" => (lifetime ?? new()) with { IsNulTerminated = true },
                _ => lifetime,
            };
        }

        // A text is copied, and freed by the generated code itself.
        bool isGiven = parameter.RefKind is RefKind.Out or RefKind.Ref && parameter.Type.SpecialType != SpecialType.System_String;
        return isGiven && OfResult(parameter.GetAttributes()) is var given && given != ResultLifetime.None
            ? (lifetime ?? new()) with
            {
                Given = given,
            }
            : lifetime;
    }

    private static ResultLifetime OfResult(ImmutableArray<AttributeData> attributes)
    {
        ResultLifetime result = ResultLifetime.None;
        foreach (AttributeData attribute in attributes.Where(IsOurs))
        {
            string? argument = attribute.ConstructorArguments.FirstOrDefault().Value as string;
            result = attribute.AttributeClass!.Name switch
            {
                "BorrowedFromAttribute" => result with { BorrowedFrom = argument, InvalidatedBy = Names(attribute, "InvalidatedBy") },
                "FreedWithAttribute" => result with { FreedWith = argument },
                _ => result,
            };
        }

        return result;
    }

    private static bool IsOurs(AttributeData attribute) =>
        attribute.AttributeClass?.ContainingNamespace is { Name: "Ffi", ContainingNamespace.IsGlobalNamespace: true };

    private static object? LibraryDefault(IMethodSymbol method, string name) =>
        LibraryReader.FindAttribute(method.ContainingType) is { } library ? Named(library, name) : null;

    private static object? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value.Value;

    private static ImmutableArray<string> Names(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value is { Kind: TypedConstantKind.Array, IsNull: false } names
            ? [.. names.Values.Select(v => v.Value).OfType<string>()]
            : [];
}
