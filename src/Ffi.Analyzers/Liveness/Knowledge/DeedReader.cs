using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>Reads what methods of the compilation do, each once. Only what happens in every call is recorded, so seeing more source text
/// can only add facts.</summary>
internal sealed class DeedReader(Compilation compilation, SignatureReader signatures)
{
    // A helper that calls a helper; and a method of more operations than these is no helper.
    private const int Depth = 3;
    private const int MostOperations = 400;

    private readonly ConcurrentDictionary<(IMethodSymbol Method, int Depth), MethodDeeds> _read = new();

    public MethodDeeds Of(IMethodSymbol method, CancellationToken cancellation) => Of(method, Depth, cancellation);

    private MethodDeeds Of(IMethodSymbol method, int depth, CancellationToken cancellation) =>
        depth > 0 && IsHelper(method)
            ? _read.GetOrAdd((method.OriginalDefinition, depth), key => Read(key.Method, key.Depth, cancellation))
            : MethodDeeds.None;

    private static bool IsHelper(IMethodSymbol method) =>
        method
            is {
                MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction,
                IsVirtual: false,
                IsAbstract: false,
                IsOverride: false,
                IsAsync: false,
                IsExtern: false,
                ReturnsByRef: false
            }
        && !method.DeclaringSyntaxReferences.IsEmpty
        && (IsCarried(method.ReturnType) || method.Parameters.Any(static p => IsCarried(p.Type)));

    private static bool IsCarried(ITypeSymbol type) => Types.IsAddress(type) || Types.IsGCHandle(type) || type is IArrayTypeSymbol;

    private MethodDeeds Read(IMethodSymbol method, int depth, CancellationToken cancellation)
    {
        SyntaxNode declaration = method.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        // Before anything is bound.
        if (declaration.DescendantNodes().Skip(MostOperations).Any())
        {
            return MethodDeeds.None;
        }

        if (
            !compilation.ContainsSyntaxTree(declaration.SyntaxTree)
            || compilation.GetSemanticModel(declaration.SyntaxTree).GetOperation(declaration, cancellation) is not { } body)
        {
            return MethodDeeds.None;
        }

        IOperation[] operations = [.. body.Descendants().Take(MostOperations + 1)];
        if (
            operations.Length > MostOperations
            || operations.Any(static o =>
                o is IReturnOperation { Kind: OperationKind.YieldReturn } or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            return MethodDeeds.None;
        }

        var helper = new HelperBody(operations);
        var deeds = ImmutableArray.CreateBuilder<Deed>();
        foreach (IOperation operation in operations)
        {
            foreach (
                (IOperation value, Deed deed) in operation is IInvocationOperation call
                    ? OfCall(call, depth, cancellation)
                    : OfAssignment(operation))
            {
                if (helper.ParameterIn(value) is { } parameter && helper.IsCertain(operation, parameter))
                {
                    deeds.Add(deed with { Ordinal = parameter.Ordinal });
                }
            }
        }

        IOperation[] returned =
        [
            .. operations.OfType<IReturnOperation>().Where(static r => r.ReturnedValue is not null).Select(static r => r.ReturnedValue!),
        ];
        deeds.AddRange(
            method
                .Parameters.Where(p =>
                    returned.Length > 0 && returned.All(value => SymbolEqualityComparer.Default.Equals(helper.ParameterIn(value), p)))
                .Select(static p => new Deed(p.Ordinal, DeedKind.Returns)));
        return new(
            deeds.ToImmutable(),
            helper.GiftOf(returned, value => value is IInvocationOperation call ? MadeBy(call, depth, cancellation) : null));
    }

    private IEnumerable<(IOperation Value, Deed Deed)> OfCall(IInvocationOperation call, int depth, CancellationToken cancellation)
    {
        string key = $"{call.TargetMethod.ContainingType?.Name}.{call.TargetMethod.Name}";
        if (FrameworkMethods.IsFramework(call.TargetMethod))
        {
            return Allocators.Freeing.TryGetValue(key, out string? family)
                    ? [(call.Arguments[0].Value, new Deed(0, DeedKind.Frees, family))]
                : key == "GCHandle.Free" && call.Instance is { } handle ? [(handle, new Deed(0, DeedKind.Unpins))]
                : key == "ArrayPool.Return" ? [(call.Arguments[0].Value, new Deed(0, DeedKind.Unpins))]
                : [];
        }

        if (signatures.Read(call.TargetMethod) is { IsNative: true } native)
        {
            string? own = Allocators.OfEntryPoint(native.EntryPoint, out bool frees);
            return call.Arguments.Where(a => a.Parameter is { } p && (native.Parameter(p.Ordinal).IsFreed || (own is not null && frees)))
                .Select(a => (a.Value, new Deed(0, DeedKind.Frees, frees && own is not null ? own : native.EntryPoint)));
        }

        // What an instance keeps is an instance of other code.
        return Of(call.TargetMethod, depth - 1, cancellation)
            .Deeds.Where(deed =>
                deed.Kind is DeedKind.Frees or DeedKind.Unpins
                || (deed.Kind == DeedKind.Keeps && (deed.Member!.IsStatic || call.Instance is IInstanceReferenceOperation)))
            .Select(deed => (call.Arguments.First(a => a.Parameter?.Ordinal == deed.Ordinal).Value, deed));
    }

    private static IEnumerable<(IOperation Value, Deed Deed)> OfAssignment(IOperation operation) =>
        operation
            is ISimpleAssignmentOperation
            {
                IsRef: false,
                Target: IMemberReferenceOperation
                {
                    Instance: null or IInstanceReferenceOperation,
                    Member: IFieldSymbol or IPropertySymbol
                } target
            } assignment
        && Types.IsAddress(assignment.Value.Type)
        && (target.Member is IFieldSymbol || IsAutomatic((IPropertySymbol)target.Member))
            ? [(assignment.Value, new Deed(0, DeedKind.Keeps, Member: target.Member))]
            : [];

    private static bool IsAutomatic(IPropertySymbol property) =>
        property
            .ContainingType.GetMembers()
            .Any(m => m is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private Gift? MadeBy(IInvocationOperation call, int depth, CancellationToken cancellation)
    {
        IMethodSymbol made = call.TargetMethod;
        string key = $"{made.ContainingType?.Name}.{made.Name}";
        if (FrameworkMethods.IsFramework(made))
        {
            return key == "GCHandle.Alloc"
                    ? new(null, MayBeNull: false, IsPinned: call.Arguments is [_, { Value.ConstantValue: { HasValue: true, Value: 3 } }])
                : Allocators.Allocating.TryGetValue(key, out string? family) && !Allocators.Moving.Contains(key)
                    ? new(family, made.Name.StartsWith("StringTo", StringComparison.Ordinal))
                    : null;
        }

        if (signatures.Read(made) is { IsNative: true } native)
        {
            string? freedWith =
                native.Result.FreedWith
                ?? (
                    Allocators.OfEntryPoint(native.EntryPoint, out bool frees) is { } own && !frees && native.EntryPoint != "realloc"
                        ? own
                        : null);
            return freedWith is null || !Types.IsAddress(made.ReturnType) ? null : new(freedWith, MayBeNull: true);
        }

        return Of(made, depth - 1, cancellation).Gives;
    }
}
