using Ffi.Generators.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ffi.Generators.Liveness;

/// <summary>Whether a piece of code touches interop, by its words alone: no binding, so that the rest of a code base costs next to nothing.</summary>
internal sealed class InteropTouch
{
    private static readonly string[] FrameworkNames =
    [
        "GCHandle", "PinnedGCHandle", "WeakGCHandle", "Marshal", "NativeMemory", "NativeLibrary", "NativeModule", "Unsafe", "MemoryMarshal", "Pin", "Rent", "Return",
        "DangerousGetHandle", "DangerousAddRef", "AddrOfPinnedObject", "MemoryHandle", "PinnedBuffer", "NativeCallback", "NativeDelegate", "Free", "Utf8StringMarshaller",
        "Win32Exception", "FreeHGlobal",
    ];

    private readonly HashSet<string> names;

    private InteropTouch(HashSet<string> names) => this.names = names;

    /// <summary>Collects the names of the compilation's native functions, and of what the lifetimes files and attributes speak of.</summary>
    public static InteropTouch Of(Compilation compilation, LifetimeFile lifetimes, CancellationToken cancellation)
    {
        var names = new HashSet<string>(FrameworkNames, StringComparer.Ordinal);
        names.UnionWith(lifetimes.MethodNames);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            Collect(tree.GetRoot(cancellation), names);
        }

        return new(names);
    }

    /// <summary>Whether the code has a word of interop: <c>fixed</c>, <c>stackalloc</c>, <c>&amp;x</c>, <c>delegate*</c>, or one of the names.</summary>
    public bool IsIn(SyntaxNode code)
    {
        foreach (SyntaxToken token in code.DescendantTokens())
        {
            switch (token.Kind())
            {
                case SyntaxKind.IdentifierToken when names.Contains(token.ValueText):
                case SyntaxKind.FixedKeyword or SyntaxKind.StackAllocKeyword:
                case SyntaxKind.AmpersandToken when token.Parent.IsKind(SyntaxKind.AddressOfExpression):
                case SyntaxKind.AsteriskToken when token.Parent is FunctionPointerTypeSyntax:
                    return true;
            }
        }

        return false;
    }

    private static void Collect(SyntaxNode node, HashSet<string> names)
    {
        foreach (SyntaxNode child in node.ChildNodes())
        {
            switch (child)
            {
                case MethodDeclarationSyntax method:
                    if (method.Modifiers.Any(SyntaxKind.ExternKeyword) || IsAnnotated(method))
                    {
                        names.Add(method.Identifier.ValueText);
                    }

                    break;

                case BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax:
                    Collect(child, names);
                    break;
            }
        }
    }

    private static bool IsAnnotated(MethodDeclarationSyntax method)
    {
        foreach (AttributeListSyntax list in method.AttributeLists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                if (IsInterop(attribute))
                {
                    return true;
                }
            }
        }

        foreach (ParameterSyntax parameter in method.ParameterList.Parameters)
        {
            if (parameter.AttributeLists.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInterop(AttributeSyntax attribute)
    {
        string name = attribute.Name.ToString();
        return name.Contains("Import") || name.Contains("NativeFunction") || name.Contains("BorrowedFrom") || name.Contains("FreedWith");
    }
}
