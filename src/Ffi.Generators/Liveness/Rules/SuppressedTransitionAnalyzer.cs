using System.Collections.Immutable;
using Ffi.Generators.Analysis;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Ffi.Generators.Liveness.Rules;

/// <summary>FFI1011: <c>[SuppressGCTransition]</c> on a function that must not have it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuppressedTransitionAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_descriptor = Describe.Warning(
        DiagnosticIds.UnsafeSuppressGCTransition,
        "[SuppressGCTransition] on a function that must not have it",
        "'{0}' has [SuppressGCTransition], but {1}. Remove the attribute.");

    private static readonly string[] s_slowWords = ["wait", "sleep", "read", "recv", "lock", "alloc", "poll", "select", "join", "flush", "sync"];

    private static readonly string[] s_settingWords = ["set", "register", "install"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_descriptor];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        ImmutableArray<AttributeData> attributes = method.GetAttributes();
        if (!attributes.Any(a => a.AttributeClass?.Name == "SuppressGCTransitionAttribute") || Interop(method, attributes) is not { } kind)
        {
            return;
        }

        if (Reason(method, attributes, kind) is { } reason)
        {
            context.ReportDiagnostic(Diagnostic.Create(s_descriptor, method.Locations[0], method.Name, reason));
        }
        else if (s_slowWords.FirstOrDefault(word => Words(method.Name).Contains(word)) is { } slow)
        {
            context.ReportDiagnostic(Diagnostic.Create(s_descriptor, method.Locations[0], DiagnosticSeverity.Info, null, null,
                method.Name, $"its name says '{slow}', and while it runs no garbage collection can start in the process"));
        }
    }

    private static string? Interop(IMethodSymbol method, ImmutableArray<AttributeData> attributes) =>
        method.GetDllImportData() is not null ? "DllImport"
        : attributes.FirstOrDefault(a => a.AttributeClass?.Name is "LibraryImportAttribute" or "NativeFunctionAttribute")?.AttributeClass!.Name;

    // A default of the library's type, unless the function says otherwise.
    private static bool IsKeptByLibrary(IMethodSymbol method) =>
        FunctionReader.FindAttribute(method) is { } function
        && function.Named<bool?>("SetLastError") is null
        && LibraryReader.FindAttribute(method.ContainingType)?.Named<bool>("SetLastError") == true;

    private static string? Reason(IMethodSymbol method, ImmutableArray<AttributeData> attributes, string kind)
    {
        if (method.GetDllImportData()?.SetLastError == true || attributes.Any(a => a.NamedArguments.Any(n => n.Key == "SetLastError" && n.Value.Value is true)) || IsKeptByLibrary(method))
        {
            return "it keeps the last error: what can fail makes system calls, and while one of those waits no garbage collection can start in the process";
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            // What is only set is called back later.
            bool isSet = parameter.Type.TypeKind == TypeKind.FunctionPointer && s_settingWords.Any(word => method.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase));
            if (parameter.Type.TypeKind is TypeKind.Delegate or TypeKind.FunctionPointer && !isSet)
            {
                return $"it takes the callback '{parameter.Name}', and managed code can't be called back without a transition";
            }

            if (Engine.Types.IsSafeHandle(parameter.Type))
            {
                return $"'{parameter.Name}' is a SafeHandle, which is add-ref'd around the call";
            }

            bool isMarshalled = kind == "DllImport" && (parameter.Type.SpecialType == SpecialType.System_String || parameter.Type is { TypeKind: TypeKind.Class, Name: "StringBuilder" or "Object" });
            if (isMarshalled)
            {
                return $"'{parameter.Name}' is marshalled";
            }
        }

        return null;
    }

    // WaitForSingleObject → wait, for, single, object; pthread_mutex_lock → pthread, mutex, lock.
    private static HashSet<string> Words(string name)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || name[i] == '_' || (char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])))
            {
                words.Add(name.Substring(start, i - start).Trim('_'));
                start = i;
            }
        }

        return words;
    }
}
