using System.Globalization;
using System.Runtime.InteropServices;
using Ffi.Generators.Analysis;
using Ffi.Generators.Model;
using Ffi.Generators.Planning;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Advice;

/// <summary>Reads imports, and says of each how to declare it as a native function that means the same, or why there is no such
/// declaration.</summary>
internal static class ImportReader
{
    /// <summary>The attribute that imports a method; null if it isn't imported.</summary>
    /// <remarks>The half that the SDK's generator writes for a <c>[LibraryImport]</c> may be a <c>[DllImport]</c>.</remarks>
    public static AttributeData? AttributeOf(IMethodSymbol method) =>
        method.Find(AttributeReader.Interop, "LibraryImportAttribute") ?? method.Find(AttributeReader.Interop, "DllImportAttribute");

    public static ImportReading Read(IMethodSymbol method, CancellationToken cancellation)
    {
        if (
            method is not { MethodKind: MethodKind.Ordinary, IsStatic: true }
            || AttributeOf(method) is not { } attribute
            || !attribute.IsResolved()
            || attribute.First<string>() is not { } library)
        {
            return default;
        }

        DllImportData? data = attribute.AttributeClass!.Name == "DllImportAttribute" ? method.GetDllImportData() : null;
        if (ImportRules.FindObstacle(method, library, data) is { } broken)
        {
            return new(null, broken);
        }

        TypeReader types = TypeReader.Of(method.ContainingAssembly);
        bool isUtf16 = data is null
            ? attribute.Named<int>("StringMarshalling") == (int)TextEncoding.Utf16
            : data.CharacterSet == CharSet.Unicode;
        ImportCrossing crossing = data is null
            ? ImportCrossing.OfLibraryImport(attribute.Named<INamedTypeSymbol>("StringMarshallingCustomType") is not null)
            : ImportCrossing.OfDllImport(types, data.CharacterSet, IsMarshallingOff(method.ContainingAssembly));
        List<MarshalAsAddition> additions = [];
        foreach (
            (int ordinal, Crossing value) in method
                .Parameters.Select(parameter => (parameter.Ordinal, crossing.Of(parameter)))
                .Append((-1, crossing.OfReturn(method))))
        {
            if (value.Obstacle is not null)
            {
                return new(null, value.Obstacle);
            }

            if (value.Addition is { } addition)
            {
                additions.Add(new(ordinal, addition));
            }
        }

        FunctionModel function = Model(method, data is null ? attribute : null, types, isUtf16, additions, cancellation);
        if (ConventionOf(data) is not null)
        {
            function = function with
            {
                Options = function.Options with
                {
                    CallingConventions = function.Options.CallingConventions.Append("Thiscall").ToEquatableArray(),
                },
            };
        }

        return FindProblem(function) is { } problem
            ? new(null, problem)
            : new(
                new(
                    attribute,
                    library,
                    data is not null,
                    EncodingOf(method, attribute, isUtf16),
                    KeepsNoError(method, attribute),
                    ConventionOf(data),
                    [.. additions]),
                null);
    }

    // What the type says of all its functions holds where a function says nothing.
    private static string? EncodingOf(IMethodSymbol method, AttributeData attribute, bool isUtf16)
    {
        TextEncoding meant = isUtf16 ? TextEncoding.Utf16 : TextEncoding.Utf8;
        TextEncoding unsaid = TextOptions.SaidBy(LibraryReader.FindAttribute(method.ContainingType))?.Encoding ?? TextEncoding.Utf8;
        return NeedsEncoding(method) && meant != unsaid && attribute.Named<INamedTypeSymbol>("StringMarshallingCustomType") is null
            ? meant.ToString()
            : null;
    }

    private static bool KeepsNoError(IMethodSymbol method, AttributeData attribute) =>
        !attribute.Named<bool>("SetLastError") && LibraryReader.FindAttribute(method.ContainingType)?.Named<bool>("SetLastError") == true;

    private static bool IsMarshallingOff(IAssemblySymbol assembly) =>
        assembly.Find("System.Runtime.CompilerServices", "DisableRuntimeMarshallingAttribute") is not null;

    // The function that the import would become, so that the planner itself can say whether it has a body.
    private static FunctionModel Model(
        IMethodSymbol method,
        AttributeData? attribute,
        TypeReader types,
        bool isUtf16,
        IReadOnlyList<MarshalAsAddition> additions,
        CancellationToken cancellation)
    {
        FunctionModel function = FunctionReader.Read(method, attribute, types, cancellation);
        TextEncoding encoding = isUtf16 ? TextEncoding.Utf16 : TextEncoding.Utf8;
        Dictionary<int, int> added = additions
            .Where(static addition => addition.UnmanagedType != ImportCrossing.AnsiText)
            .ToDictionary(
                static addition => addition.Ordinal,
                static addition => (int)(UnmanagedType)Enum.Parse(typeof(UnmanagedType), addition.UnmanagedType));
        return function with
        {
            Options = function.Options with { Encoding = encoding },
            ReturnMarshalAs = added.TryGetValue(-1, out int result) ? result : function.ReturnMarshalAs,
            Parameters = function
                .Parameters.Select(
                    (parameter, index) =>
                        parameter with
                        {
                            Encoding = encoding,
                            MarshalAs = added.TryGetValue(index, out int value) ? value : parameter.MarshalAs,
                        })
                .ToEquatableArray(),
        };
    }

    private static string? FindProblem(FunctionModel function)
    {
        List<Problem> problems = [.. ConventionRules.FindProblems(function)];
        TrampolinePlan? plan = TrampolinePlanner.Plan(function, problems, CheckingModel.None);
        return problems.FirstOrDefault(static problem => !problem.IsWarning) is { } first
                ? string.Format(
                        CultureInfo.InvariantCulture,
                        DeclarationDiagnostics.Of(first.Id).MessageFormat.ToString(CultureInfo.InvariantCulture),
                        [.. first.Arguments])
                    .TrimEnd('.')
            : plan is null ? "its signature has no counterpart"
            : null;
    }

    private static bool NeedsEncoding(IMethodSymbol method) =>
        method.Parameters.Any(static parameter => parameter.Type.SpecialType == SpecialType.System_String)
        || method.ReturnType.SpecialType == SpecialType.System_String;

    // In a 64-bit process the C compilers' conventions are one; only methods of C++ objects differ.
    private static string? ConventionOf(DllImportData? data) =>
        data?.CallingConvention == CallingConvention.ThisCall ? "CallConvThiscall" : null;
}
