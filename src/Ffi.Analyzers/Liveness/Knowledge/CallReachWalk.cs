using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>Goes from method to method until the function is found, or a method whose text isn't in view.</summary>
internal sealed class CallReachWalk(
    Compilation compilation, SignatureReader signatures, NativeTarget target, CancellationToken cancellation)
{
    // A method that leads through more than these does so much that almost nothing can be ruled out.
    private const int MostMethods = 200;

    private readonly HashSet<IMethodSymbol> visited = new(SymbolEqualityComparer.Default);
    private readonly Queue<IMethodSymbol> pending = new();
    private bool isFound;

    /// <summary>Whether what was called may lead to the function.</summary>
    public bool Finds()
    {
        while (!isFound && pending.Count > 0)
        {
            if (visited.Count > MostMethods)
            {
                return true;
            }

            Read(pending.Dequeue());
        }

        return isFound;
    }

    /// <summary>A method is called.</summary>
    public void Call(IMethodSymbol method, IOperation? receiver)
    {
        ITypeSymbol? type = receiver is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand.Type : receiver?.Type;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            isFound = true;
        }
        else if (FrameworkMethods.IsFramework(method))
        {
            if (method.Name is "Dispose" or "DisposeAsync" or "Close" && receiver is not null)
            {
                Dispose(type);
            }
        }
        else if (Dispatch.IsDispatched(method) && receiver?.Syntax is not BaseExpressionSyntax)
        {
            if (type is { IsSealed: true } or { IsValueType: true } && Dispatch.ImplementationIn(type, method) is { } implementation)
            {
                Follow(implementation);
            }
            else
            {
                isFound |= IsNear(method.ContainingAssembly);
            }
        }
        else
        {
            Follow(method);
        }
    }

    /// <summary>A value is passed to a method, which may call it where it is a delegate, and free it where it is an address or a
    /// handle.</summary>
    public void Pass(IOperation argument, IMethodSymbol to)
    {
        if (argument.Type?.TypeKind == TypeKind.Delegate || argument is IDelegateCreationOperation)
        {
            // In a control-flow graph the body of a lambda is a graph of its own.
            IOperation? made = compilation.ContainsSyntaxTree(argument.Syntax.SyntaxTree)
                ? compilation.GetSemanticModel(argument.Syntax.SyntaxTree).GetOperation(argument.Syntax, cancellation)
                : null;
            IOperation[] code =
                made?.DescendantsAndSelf().Where(o => o is IAnonymousFunctionOperation or IMethodReferenceOperation).ToArray() ?? [];
            isFound |= code.Length == 0;
            foreach (IOperation operation in code.SelectMany(o => o.DescendantsAndSelf()))
            {
                Visit(operation);
            }
        }

        bool isSomebodyElses =
            to.DeclaringSyntaxReferences.IsEmpty && !FrameworkMethods.IsFramework(to) && signatures.Read(to) is not { IsNative: true };
        isFound |= isSomebodyElses && (Types.IsAddress(argument.Type) || Types.IsSafeHandle(argument.Type));
    }

    private void Follow(IMethodSymbol method)
    {
        method = method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;
        if (method.Name == target.EntryPoint)
        {
            isFound = true;
        }
        else if (signatures.Read(method) is { IsNative: true } native)
        {
            isFound |= native.EntryPoint == target.EntryPoint;
        }
        else if (!FrameworkMethods.IsFramework(method) && !method.IsImplicitlyDeclared && visited.Add(method))
        {
            pending.Enqueue(method);
        }
    }

    private void Read(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences.IsEmpty)
        {
            isFound |= target.MayBeCalledIn(method.ContainingAssembly);
            return;
        }

        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            if (!compilation.ContainsSyntaxTree(reference.SyntaxTree))
            {
                // Of a referenced project.
                isFound |= target.MayBeCalledIn(method.ContainingAssembly);
            }
            else if (
                compilation.GetSemanticModel(reference.SyntaxTree).GetOperation(reference.GetSyntax(cancellation), cancellation) is { } body
            )
            {
                foreach (IOperation operation in body.DescendantsAndSelf())
                {
                    Visit(operation);
                }
            }
        }
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                Call(call.TargetMethod, call.Instance);
                foreach (IArgumentOperation argument in call.Arguments)
                {
                    Pass(argument.Value, call.TargetMethod);
                }

                break;
            case IObjectCreationOperation { Constructor: { } constructor }:
                Follow(constructor);
                break;
            case IMethodReferenceOperation reference:
                Call(reference.Method, reference.Instance);
                break;
            case IPropertyReferenceOperation { Property: { } property } reference:
                foreach (IMethodSymbol accessor in new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>())
                {
                    Call(accessor, reference.Instance);
                }

                break;
            case IUsingOperation { Resources: { } resources }:
                DisposeAll(resources);
                break;
            case IUsingDeclarationOperation { DeclarationGroup: { } declared }:
                DisposeAll(declared);
                break;
            case IFunctionPointerInvocationOperation or IDynamicInvocationOperation or IInvalidOperation:
                isFound = true;
                break;
        }
    }

    private void DisposeAll(IOperation resources)
    {
        ITypeSymbol?[] types = resources is IVariableDeclarationGroupOperation group
            ? [.. group.Declarations.SelectMany(d => d.Declarators).Select(d => d.Symbol.Type)]
            : [resources is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand.Type : resources.Type];
        Array.ForEach(types, Dispose);
    }

    private void Dispose(ITypeSymbol? disposed)
    {
        if (Types.IsTracked(disposed) && !Types.IsSafeHandle(disposed))
        {
            return;
        }

        isFound |= disposed is null or { IsAbstract: true } or { TypeKind: TypeKind.TypeParameter or TypeKind.Dynamic };
        for (ITypeSymbol? type = disposed; type is not null && !isFound && !Dispatch.IsOfFramework(type); type = type.BaseType)
        {
            isFound = type.DeclaringSyntaxReferences.IsEmpty;
            foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>().Where(Dispatch.IsDisposal))
            {
                Follow(method);
            }
        }
    }

    // Whoever implements or overrides a member of this compilation, or of one that knows the function, may call the function.
    private bool IsNear(IAssemblySymbol assembly) =>
        SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly) || target.MayBeCalledIn(assembly);
}
