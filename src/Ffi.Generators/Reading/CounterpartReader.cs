using System.Collections.Concurrent;
using Ffi.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Reading;

/// <summary>Turns a struct or object whose fields need conversion into the model of what stands for it in C. Each type is read once for an
/// assembly.</summary>
/// <param name="assembly">The assembly that the generated code is for.</param>
/// <param name="types">Its reader of types.</param>
internal sealed class CounterpartReader(IAssemblySymbol assembly, TypeReader types)
{
    // A type that contains itself has no end. The compiler refuses such structs, but it runs the generator first, and it accepts such
    // classes.
    [ThreadStatic]
    private static HashSet<ISymbol>? t_around;

    [ThreadStatic]
    private static bool t_metItself;

    private readonly ConcurrentDictionary<ISymbol, CounterpartLayoutModel> _layouts = new(SymbolEqualityComparer.Default);

    /// <summary>What a signature needs to know of the type.</summary>
    public CounterpartModel Read(INamedTypeSymbol type) => ReadLayout(type).Counterpart;

    /// <summary>The type, field by field.</summary>
    public CounterpartLayoutModel ReadLayout(INamedTypeSymbol type)
    {
        // Nullability belongs to the parameter: there is one converter for both.
        type = (INamedTypeSymbol)type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        if (_layouts.TryGetValue(type, out CounterpartLayoutModel? known))
        {
            return known;
        }

        HashSet<ISymbol> around = t_around ??= new(SymbolEqualityComparer.Default);
        bool isInItself = !around.Add(type);
        t_metItself |= isInItself;
        if (isInItself)
        {
            return ReadFields(type, isInItself);
        }

        try
        {
            CounterpartLayoutModel layout = ReadFields(type, isInItself);

            // Results that were read inside of a type that contains itself are not valid outside of it.
            return t_metItself && around.Count > 1 ? layout : _layouts.GetOrAdd(type, layout);
        }
        finally
        {
            around.Remove(type);
            t_metItself &= around.Count > 0;
        }
    }

    private CounterpartLayoutModel ReadFields(INamedTypeSymbol type, bool isInItself)
    {
        bool isClass = type.TypeKind == TypeKind.Class;
        bool isHidden = !DelegateReader.CanBeNamed(type);
        string className = "Native_" + Planning.DelegatePlanner.ClassNameOf(type.ToDisplayString(TypeReader.Qualified));
        StructLayout layout = StructLayout.Of(type);
        FieldReader reader = new(type, layout, assembly, types, this);
        List<FieldModel> fields = [];
        (FieldFault Fault, string Detail) fault = FindFault(type, layout, isInItself);
        foreach (IFieldSymbol field in fault.Fault == FieldFault.None ? FieldsOf(type) : [])
        {
            (FieldModel? model, fault) = reader.Read(field);
            if (model is null)
            {
                break;
            }

            fields.Add(model);
        }

        if (fault.Fault == FieldFault.None && fields.Count == 0)
        {
            fault = (FieldFault.Empty, "");
        }

        fault = fault.Fault == FieldFault.None ? FieldReader.FindLengthFault(fields) : fault;
        CounterpartTraits traits = (isClass ? CounterpartTraits.Class : CounterpartTraits.None)
            | (isHidden ? CounterpartTraits.Hidden : CounterpartTraits.None)
            | (fields.Any(static field => field.Lends) ? CounterpartTraits.Lends : CounterpartTraits.None)
            | (fields.All(static field => field.Shape == FieldShape.Same) ? CounterpartTraits.SameBytes : CounterpartTraits.None);
        CounterpartModel counterpart = new(
            type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(TypeReader.Qualified),
            isHidden ? className : $"global::{NamespaceOf(assembly)}.{className}",
            fields.Any(static field => field.Name == "Value") ? "Value_" : "Value",
            traits,
            fault.Fault,
            fault.Detail,
            FindField(fields, static field => field.IsOneWay, static nested => nested.OneWayField),
            FindField(
                fields,
                static field => field.Lends && field.Counterpart is null && field.Shape != FieldShape.NativeCallback,
                static nested => nested.LentField),
            fields
                .SelectMany(static field => field.Counterpart?.Callbacks.ToArray() ?? (field.Callback is { } callback ? [callback] : []))
                .Distinct()
                .ToEquatableArray(),
            fields.SelectMany(FreesOf).ToEquatableArray());
        return new CounterpartLayoutModel(
            counterpart, className, layout.IsExplicit, layout.Pack, layout.Size,
            fault.Fault == FieldFault.None ? fields.ToEquatableArray() : default);
    }

    /// <summary>The namespace that the converters of an assembly are in.</summary>
    public static string NamespaceOf(IAssemblySymbol assembly) =>
        $"{InterceptionReader.Namespace}.For_{Planning.DelegatePlanner.ClassNameOf(assembly.Name)}";

    /// <summary>A field's type and path, as seen from the struct around its own.</summary>
    public static string Nested(string field, string detail)
    {
        int end = detail.LastIndexOf(' ') + 1;
        return $"{detail.Substring(0, end)}{field}.{detail.Substring(end)}";
    }

    private static IEnumerable<FieldFreeModel> FreesOf(FieldModel field)
    {
        string name = Planning.Identifier.Escape(field.Name);
        return field.Ownership is { } ownership ? [new FieldFreeModel(name, field.NativeType, ownership)]
            : field.Shape is FieldShape.Struct or FieldShape.Object
                ? field.Counterpart!.Frees.Select(free => free with { Path = $"{name}.{free.Path}" })
            : [];
    }

    // The first field of some kind, also within fields that are structs.
    private static string? FindField(IEnumerable<FieldModel> fields, Func<FieldModel, bool> isIt, Func<CounterpartModel, string?> find)
    {
        foreach (FieldModel field in fields)
        {
            if (isIt(field))
            {
                return $"{field.Type.Replace("global::", "")} {field.Name}";
            }

            if (field.Counterpart is { } counterpart && find(counterpart) is { } nested)
            {
                return Nested(field.Name, nested);
            }
        }

        return null;
    }

    private static (FieldFault, string) FindFault(INamedTypeSymbol type, StructLayout layout, bool isInItself) =>
        isInItself ? (FieldFault.ObjectLayout, "")
        : layout.IsAuto ? (FieldFault.AutoLayout, "")
        : type.Find("System.Runtime.CompilerServices", "InlineArrayAttribute") is not null ? (FieldFault.Buffer, "")
        : type.IsGenericType ? (FieldFault.Generic, "")
        : CapturedParameters.Find(type) is { } captured ? (FieldFault.Captured, $"{captured.Type.ToDisplayString()} {captured.Name}")
        : type.TypeKind == TypeKind.Class && (type.IsAbstract || BasesOf(type).Any(static current => !StructLayout.IsFormatted(current)))
            ? (FieldFault.ObjectLayout, "")
        : (FieldFault.None, "");

    /// <summary>The fields in their order in memory: those of a base class come first.</summary>
    public static IEnumerable<IFieldSymbol> FieldsOf(INamedTypeSymbol type) => BasesOf(type).Reverse()
        .SelectMany(static current => current.GetMembers().OfType<IFieldSymbol>())
        .Where(static field => field is { IsStatic: false, IsConst: false });

    private static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (
            INamedTypeSymbol? current = type;
            current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) };
            current = current.BaseType)
        {
            yield return current;
        }
    }
}
