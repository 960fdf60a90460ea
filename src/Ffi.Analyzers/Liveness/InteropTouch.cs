using System.Collections.Concurrent;
using Ffi.Analyzers.Liveness.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Analyzers.Liveness;

/// <summary>Whether a piece of code touches interop, by its words alone: no binding and no syntax, so that the rest of a code base costs
/// next to nothing. A word in a comment counts; that only costs time.</summary>
internal sealed class InteropTouch
{
    private static readonly string[] s_words =
    [
        "GCHandle", "PinnedGCHandle", "WeakGCHandle", "Marshal", "NativeMemory", "NativeLibrary", "NativeModule", "Unsafe", "MemoryMarshal",
        "Pin", "Rent", "Return", "DangerousGetHandle", "DangerousAddRef", "AddrOfPinnedObject", "MemoryHandle", "PinnedBuffer",
        "NativeCallback", "NativeDelegate", "Free", "Utf8StringMarshaller", "Win32Exception", "fixed", "stackalloc",
    ];

    private readonly HashSet<int> hashes = [];
    private readonly ConcurrentDictionary<SyntaxTree, int[]> places = new();

    /// <summary>Collects the names of the compilation's native functions, and of the functions that lifetimes files and attributes
    /// name.</summary>
    public static InteropTouch Of(Compilation compilation, LifetimeFile lifetimes, CancellationToken cancellation)
    {
        var touch = new InteropTouch();
        foreach (string word in s_words.Concat(lifetimes.MethodNames))
        {
            touch.hashes.Add(HashOf(word));
        }

        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            touch.Collect(tree.GetRoot(cancellation));
        }

        foreach (string word in compilation.SourceModule.ReferencedAssemblySymbols.SelectMany(ReferencedBindings.NamesIn))
        {
            touch.hashes.Add(HashOf(word));
        }

        return touch;
    }

    /// <summary>Whether the code has a word of interop: <c>fixed</c>, <c>stackalloc</c>, <c>&amp;x</c>, <c>delegate*</c>, or one of the
    /// names.</summary>
    public bool IsIn(SyntaxNode code)
    {
        int[] found = places.GetOrAdd(code.SyntaxTree, tree => Find(tree.GetText()));
        int next = Array.BinarySearch(found, code.SpanStart);
        next = next < 0 ? ~next : next;
        return next < found.Length && found[next] < code.Span.End;
    }

    private int[] Find(SourceText source)
    {
        var found = new List<int>();
        char[] text = new char[source.Length];
        source.CopyTo(0, text, 0, text.Length);
        for (int at = 0; at < text.Length;)
        {
            if (!IsWordStart(text[at]))
            {
                if (text[at] == '&' && IsAddressOf(text, at))
                {
                    found.Add(at);
                }

                at++;
                continue;
            }

            int start = at;
            int hash = 0;
            while (at < text.Length && (IsWordStart(text[at]) || IsDigit(text[at])))
            {
                hash = unchecked((hash * 31) + text[at++]);
            }

            if (hashes.Contains(hash) || (hash == s_delegate && at < text.Length && text[at] == '*'))
            {
                found.Add(start);
            }
        }

        return [.. found];
    }

    // &x, and not a & b or a && b.
    private static bool IsAddressOf(char[] text, int at)
    {
        int before = at - 1;
        while (before >= 0 && char.IsWhiteSpace(text[before]))
        {
            before--;
        }

        return at + 1 < text.Length
            && (IsWordStart(text[at + 1]) || text[at + 1] == '(')
            && (before < 0 || "(=,:?{[;<>!+-*/|)n".IndexOf(text[before]) >= 0);
    }

    private static readonly int s_delegate = HashOf("delegate");

    private static int HashOf(string word) => word.Aggregate(0, (hash, c) => unchecked((hash * 31) + c));

    private static bool IsWordStart(char c) => (uint)((c | ' ') - 'a') <= 'z' - 'a' || c == '_' || (c > '\x7F' && char.IsLetter(c));

    private static bool IsDigit(char c) => (uint)(c - '0') <= 9 || (c > '\x7F' && char.IsDigit(c));

    private void Collect(SyntaxNode node)
    {
        foreach (SyntaxNode child in node.ChildNodes())
        {
            switch (child)
            {
                case MethodDeclarationSyntax method
                    when method.Modifiers.Any(SyntaxKind.ExternKeyword)
                        || (method.Modifiers.Any(SyntaxKind.PartialKeyword) && method.AttributeLists.Count > 0)
                        || IsAnnotated(method):
                    hashes.Add(HashOf(method.Identifier.ValueText));
                    break;

                case BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax:
                    Collect(child);
                    break;
            }
        }
    }

    private static bool IsAnnotated(MethodDeclarationSyntax method) =>
        method.AttributeLists.Any(list => list.Attributes.Any(IsInterop))
        || method.ParameterList.Parameters.Any(parameter => parameter.AttributeLists.Count > 0);

    private static bool IsInterop(AttributeSyntax attribute)
    {
        string name = attribute.Name.ToString();
        return name.Contains("Import") || name.Contains("NativeFunction") || name.Contains("BorrowedFrom") || name.Contains("FreedWith");
    }
}
