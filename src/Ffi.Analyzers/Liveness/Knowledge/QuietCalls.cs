using System.Collections.Concurrent;
using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>Calls that throw nothing that a callback has to catch: the framework's small ones, native functions, methods whose text shows
/// it. One for a compilation.</summary>
internal sealed class QuietCalls(Compilation compilation)
{
    private const int Depth = 3;

    private readonly ConcurrentDictionary<(IMethodSymbol Method, int Depth), bool> _quiet = new();

    private static readonly HashSet<string> s_types = new(StringComparer.Ordinal)
    {
        "Interlocked", "Volatile", "Unsafe", "MemoryMarshal", "GCHandle", "Math", "MathF", "BitOperations", "BitConverter", "GC",
        "NativeMemory", "Environment", "Marshal", "Span", "ReadOnlySpan", "ComInterfaceDispatch", "Stopwatch", "Debug", "IntPtr", "UIntPtr",
    };

    // Of types that throw otherwise.
    private static readonly HashSet<string> s_members = new(StringComparer.Ordinal)
    {
        "Array.Empty", "Enum.HasFlag", "ArraySegment.Empty", "CancellationToken.None", "Enumerable.Empty", "Object.Equals",
        "Object.GetHashCode", "Object.GetType", "Object.ReferenceEquals", "String.Concat", "String.Equals", "String.IsNullOrEmpty",
        "String.IsNullOrWhiteSpace", "Task.FromResult",
    };

    public bool IsQuiet(IMethodSymbol method, CancellationToken cancellation) => IsQuiet(method, Depth, cancellation);

    private bool IsQuiet(IMethodSymbol called, int depth, CancellationToken cancellation) =>
        _quiet.GetOrAdd((called.OriginalDefinition, depth), key => Decide(key.Method, key.Depth, cancellation));

    private bool Decide(IMethodSymbol method, int depth, CancellationToken cancellation)
    {
        // Native code, and constructors that nobody wrote, of objects whose fields are given nothing.
        if (
            method
                is {
                    MethodKind: MethodKind.FunctionPointerSignature,
                    CallingConvention: not System.Reflection.Metadata.SignatureCallingConvention.Default
                }
            || IsEmptyConstructor(method))
        {
            return true;
        }

        if (method.IsExtern || method.GetDllImportData() is not null
            || method.GetAttributes().Any(a => a.AttributeClass?.Name is "LibraryImportAttribute" or "NativeFunctionAttribute"))
        {
            return true;
        }

        // Events are written as they can be: an event source keeps its own errors.
        if (Types.DerivesFrom(method.ContainingType, "EventSource"))
        {
            return true;
        }

        if (method.DeclaringSyntaxReferences.IsEmpty && method.IsUnder("System"))
        {
            return IsQuietInFramework(method);
        }

        if (IsAssigning(method) || (method is { Name: "Dispose", Parameters.IsEmpty: true } && !IsSeenToThrow(method)))
        {
            return true;
        }

        return depth > 0 && !method.IsVirtual && !method.IsAbstract && !method.IsOverride && MethodSummaries.BodyOf(method) is { } body
            && compilation.ContainsSyntaxTree(body.SyntaxTree) && IsQuietCode(body, method, depth, cancellation);
    }

    private bool IsQuietCode(SyntaxNode body, IMethodSymbol method, int depth, CancellationToken cancellation)
    {
        SemanticModel model = compilation.GetSemanticModel(body.SyntaxTree);
        return !body.DescendantNodes(n => n is not AnonymousFunctionExpressionSyntax)
            .Any(n =>
                !MethodSummaries.IsCaught(n, body)
                && n switch
                {
                    ThrowStatementSyntax or ThrowExpressionSyntax or AwaitExpressionSyntax => true,
                    BaseObjectCreationExpressionSyntax creation => model.GetSymbolInfo(creation, cancellation).Symbol
                        is not IMethodSymbol made
                        || (!made.ContainingType.IsValueType && !IsQuiet(made, depth - 1, cancellation)),
                    InvocationExpressionSyntax call => !IsQuietCall(
                        model.GetSymbolInfo(call, cancellation).Symbol as IMethodSymbol,
                        call,
                        method,
                        depth,
                        cancellation),
                    _ => false,
                });
    }

    // A method that calls itself says nothing new.
    private bool IsQuietCall(
        IMethodSymbol? called,
        InvocationExpressionSyntax call,
        IMethodSymbol by,
        int depth,
        CancellationToken cancellation) =>
        called is null
            ? call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" }
            : SymbolEqualityComparer.Default.Equals(called.OriginalDefinition, by) || IsQuiet(called, depth - 1, cancellation);

    private static bool IsQuietInFramework(IMethodSymbol method) =>
        (s_types.Contains(method.ContainingType.Name) && !method.Name.StartsWith("Throw", StringComparison.Ordinal))
        || IsQuietName(method.Name)
        || s_members.Contains($"{method.ContainingType.Name}.{method.Name}")
        || method is { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true };

    private static bool IsEmptyConstructor(IMethodSymbol method) =>
        method
            is {
                MethodKind: MethodKind.Constructor,
                IsImplicitlyDeclared: true,
                Parameters.IsEmpty: true,
                ContainingType: { BaseType.SpecialType: SpecialType.System_Object } type
            }
        && !type
            .DeclaringSyntaxReferences.SelectMany(static r => r.GetSyntax().ChildNodes())
            .Any(static member =>
                member is FieldDeclarationSyntax or PropertyDeclarationSyntax
                && member.DescendantNodes().Any(static n => n is EqualsValueClauseSyntax));

    // A constructor that a record or a parameter list makes.
    private static bool IsAssigning(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Constructor, DeclaringSyntaxReferences: [{ } declaration] }
        && declaration.GetSyntax() is TypeDeclarationSyntax;

    /// <summary>Whether a method's own text throws, or calls one that is named for it.</summary>
    public static bool IsSeenToThrow(IMethodSymbol method) =>
        MethodSummaries.BodyOf(method) is { } body && body.DescendantNodes().Any(n => IsThrow(n) && !MethodSummaries.IsCaught(n, body));

    private static bool IsThrow(SyntaxNode node) =>
        node is ThrowStatementSyntax or ThrowExpressionSyntax
        || (
            node is InvocationExpressionSyntax call
            && MethodSummaries.NameOf(call.Expression)?.StartsWith("Throw", StringComparison.Ordinal) == true);

    /// <summary>Whether a call hands the work, as a lambda, to a helper of another library: such helpers are there to catch what it
    /// throws.</summary>
    public static bool IsGuard(IMethodSymbol method, InvocationExpressionSyntax call) =>
        method.DeclaringSyntaxReferences.IsEmpty
        && !FrameworkMethods.IsFramework(method)
        && call.ArgumentList.Arguments.Any(a => a.Expression is AnonymousFunctionExpressionSyntax);

    // What the framework calls Try… answers instead of throwing; the others here fail only where the program is broken already.
    private static bool IsQuietName(string name) =>
        name is "Dispose" or "IsEnabled" or "EnterScope" or "EnterReadLock" or "EnterWriteLock" or "ExitReadLock" or "ExitWriteLock"
        || (name.StartsWith("Try", StringComparison.Ordinal) && !name.StartsWith("TryWrite", StringComparison.Ordinal));
}
