using System.Reflection;
using System.Reflection.Metadata;
using Ffi.Headers.Checking.Declarations;
using Ffi.Tool.Assemblies.Places;
using Ffi.Tool.Assemblies.Types;

namespace Ffi.Tool.Assemblies;

/// <summary>Reads delegates and function pointers that are called as a symbol is, as bindings do that look functions up
/// themselves.</summary>
internal sealed class DelegateReader(AssemblyFile assembly, AssemblyFolder folder, ShapeReader shapes)
{
    private const string Pointer = "System.Runtime.InteropServices.UnmanagedFunctionPointerAttribute";

    // As authors adorn the name of the function.
    private static readonly string[] s_suffixes = ["_delegate", "_dlg", "_fn", "_t", "Delegate", "Fn", "Func"];

    private static readonly string[] s_prefixes = ["s_", "m_", "d_", "p_", "_", "p", "pfn"];

    private readonly MetadataReader _metadata = assembly.Metadata;

    /// <summary>The functions among a type and its fields that a header has by their names.</summary>
    /// <param name="handle">The type.</param>
    /// <param name="isFunction">Whether a header has a function of a name.</param>
    public IEnumerable<ManagedFunction> Read(TypeDefinitionHandle handle, Func<string, bool> isFunction)
    {
        DefinedNode type = new(assembly, handle);
        TypeDefinition definition = _metadata.GetTypeDefinition(handle);
        if (assembly.Attributes.Has(definition.GetCustomAttributes(), Pointer)
            && SymbolOf(type.Name(), isFunction) is { } symbol
            && shapes.Models.SignatureOf(type, RulesOf()) is { } signature)
        {
            yield return new ManagedFunction(symbol, signature)
            {
                Name = type.Name(),
                Origin = new MemberPlace(assembly, handle, MemberKind.Type, type.Name()),
            };
        }

        foreach (
            FieldDefinition field in definition
                .GetFields()
                .Select(_metadata.GetFieldDefinition)
                .Where(static field => (field.Attributes & FieldAttributes.Static) != 0))
        {
            string name = FieldNames.Plain(_metadata.GetString(field.Name));
            if (SymbolOf(name, isFunction) is { } found
                && field.DecodeSignature<TypeNode, object?>(folder.ProviderOf(assembly), null) is FunctionNode function
                && shapes.Models.CallbackOf(function, RulesOf()).Signature is { } pointed)
            {
                yield return new ManagedFunction(found, pointed)
                {
                    Name = name,
                    Origin = new MemberPlace(assembly, handle, MemberKind.Field, name),
                };
            }
        }
    }

    private MarshalRules RulesOf() => TypeModels.IsMarshallingDisabled(assembly) ? MarshalRules.Raw : MarshalRules.Ansi;

    private static string? SymbolOf(string name, Func<string, bool> isFunction) => Candidates(name).FirstOrDefault(isFunction);

    private static IEnumerable<string> Candidates(string name)
    {
        yield return name;
        foreach (
            string suffix in s_suffixes.Where(suffix => name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal)))
        {
            yield return name[..^suffix.Length];
        }

        foreach (
            string prefix in s_prefixes.Where(prefix => name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            yield return name[prefix.Length..];
        }
    }
}
