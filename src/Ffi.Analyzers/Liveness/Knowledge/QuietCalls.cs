using Ffi.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>Calls that throw nothing that a callback has to catch: the framework's small ones, native functions, methods whose text shows it.</summary>
internal static class QuietCalls
{
    private static readonly HashSet<string> s_types = new(StringComparer.Ordinal)
    {
        "Interlocked", "Volatile", "Unsafe", "MemoryMarshal", "GCHandle", "Math", "MathF", "BitOperations", "BitConverter", "GC", "NativeMemory", "Environment", "Marshal",
        "Span", "ReadOnlySpan", "ComInterfaceDispatch", "Stopwatch", "Debug", "IntPtr", "UIntPtr",
    };

    // Of types that throw otherwise.
    private static readonly HashSet<string> s_members = new(StringComparer.Ordinal)
    {
        "Array.Empty", "Enum.HasFlag", "ArraySegment.Empty", "CancellationToken.None", "Enumerable.Empty", "Object.Equals", "Object.GetHashCode", "Object.GetType", "Object.ReferenceEquals",
        "String.Concat", "String.Equals", "String.IsNullOrEmpty", "String.IsNullOrWhiteSpace", "Task.FromResult",
    };

    public static bool IsQuiet(IMethodSymbol method) => IsQuiet(method, depth: 0);

    private static bool IsQuiet(IMethodSymbol method, int depth)
    {
        // Native code, and constructors that nobody wrote, of objects whose fields are given nothing.
        if (method is { MethodKind: MethodKind.FunctionPointerSignature, CallingConvention: not System.Reflection.Metadata.SignatureCallingConvention.Default } || IsEmptyConstructor(method))
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

        return depth < 3 && !method.IsVirtual && !method.IsAbstract && !method.IsOverride && MethodSummaries.BodyOf(method) is { } body
            && !body.DescendantNodes().Any(n => (n is ThrowStatementSyntax or ThrowExpressionSyntax or BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax
                || (n is InvocationExpressionSyntax call && !IsQuietCall(call, method, depth))) && !MethodSummaries.IsCaught(n, body));
    }

    private static bool IsQuietInFramework(IMethodSymbol method) =>
        (s_types.Contains(method.ContainingType.Name) && !method.Name.StartsWith("Throw", StringComparison.Ordinal)) || IsQuietName(method.Name)
        || s_members.Contains($"{method.ContainingType.Name}.{method.Name}") || method is { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true };

    private static bool IsEmptyConstructor(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true, Parameters.IsEmpty: true, ContainingType: { BaseType.SpecialType: SpecialType.System_Object } type }
        && !type.DeclaringSyntaxReferences.SelectMany(static r => r.GetSyntax().ChildNodes()).Any(static member => member is FieldDeclarationSyntax or PropertyDeclarationSyntax
            && member.DescendantNodes().Any(static n => n is EqualsValueClauseSyntax));

    // A constructor that a record or a parameter list makes.
    private static bool IsAssigning(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Constructor, DeclaringSyntaxReferences: [{ } declaration] } && declaration.GetSyntax() is TypeDeclarationSyntax;

    /// <summary>Whether a method's own text throws, or calls one that is named for it.</summary>
    public static bool IsSeenToThrow(IMethodSymbol method) =>
        MethodSummaries.BodyOf(method) is { } body && body.DescendantNodes().Any(n => IsThrow(n) && !MethodSummaries.IsCaught(n, body));

    private static bool IsThrow(SyntaxNode node) =>
        node is ThrowStatementSyntax or ThrowExpressionSyntax
        || (node is InvocationExpressionSyntax call && MethodSummaries.NameOf(call.Expression)?.StartsWith("Throw", StringComparison.Ordinal) == true);

    /// <summary>Whether a call hands the work, as a lambda, to a helper of another library: such helpers are there to catch what it throws.</summary>
    public static bool IsGuard(IMethodSymbol method, InvocationExpressionSyntax call) =>
        method.DeclaringSyntaxReferences.IsEmpty && !FrameworkMethods.IsFramework(method) && call.ArgumentList.Arguments.Any(a => a.Expression is AnonymousFunctionExpressionSyntax);

    // What the framework calls Try… answers instead of throwing; the others here fail only where the program is broken already.
    private static bool IsQuietName(string name) =>
        name is "Dispose" or "IsEnabled" or "EnterScope" or "EnterReadLock" or "EnterWriteLock" or "ExitReadLock" or "ExitWriteLock"
        || (name.StartsWith("Try", StringComparison.Ordinal) && !name.StartsWith("TryWrite", StringComparison.Ordinal));

    private static bool IsQuietCall(InvocationExpressionSyntax call, IMethodSymbol caller, int depth) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: { } name } } when s_types.Contains(name) || s_types.Contains(TypeOf(name, caller)) => true,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } name } member => AreQuiet(TypesNamed(member.Expression, caller).SelectMany(t => t.GetMembers(name)), depth),
            IdentifierNameSyntax { Identifier.ValueText: { } name } => AreQuiet(caller.ContainingType.GetMembers(name), depth),
            _ => false,
        };

    private static bool AreQuiet(IEnumerable<ISymbol> named, int depth) =>
        named.OfType<IMethodSymbol>().ToArray() is { Length: > 0 } candidates && candidates.All(m => IsQuiet(m, depth + 1));

    // NativeMethods, Interop.Kernel32: nested, beside the caller's type, or in a namespace around it.
    private static IEnumerable<INamedTypeSymbol> TypesNamed(ExpressionSyntax name, IMethodSymbol caller)
    {
        switch (name)
        {
            case IdentifierNameSyntax { Identifier.ValueText: { } simple }:
                for (INamespaceOrTypeSymbol? scope = caller.ContainingType; scope is not null; scope = scope.ContainingSymbol as INamespaceOrTypeSymbol)
                {
                    if (scope.GetTypeMembers(simple) is { IsEmpty: false } found)
                    {
                        return found;
                    }
                }

                return [];
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } nested } outer:
                return TypesNamed(outer.Expression, caller).SelectMany(t => t.GetTypeMembers(nested));
            default:
                return [];
        }
    }

    // Of a local, a parameter or a field that a method's text names.
    private static string TypeOf(string name, IMethodSymbol caller) =>
        LocalTypeOf(name, caller) ?? (caller.Parameters.FirstOrDefault(p => p.Name == name)?.Type ?? caller.ContainingType.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault()?.Type)?.Name ?? "";

    // GCHandle handle = …; or var handle = GCHandle.FromIntPtr(…).
    private static string? LocalTypeOf(string name, IMethodSymbol caller)
    {
        VariableDeclaratorSyntax? local = MethodSummaries.BodyOf(caller)?.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(v => v.Identifier.ValueText == name);
        return local?.Parent is not VariableDeclarationSyntax declaration ? null
            : declaration.Type is IdentifierNameSyntax { IsVar: false, Identifier.ValueText: { } type } ? type
            : local.Initializer?.Value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: { } maker }, Name.Identifier.ValueText: "Alloc" or "FromIntPtr" } } ? maker
            : null;
    }
}
