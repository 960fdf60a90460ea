using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ffi.Analyzers.Liveness.Knowledge;

/// <summary>Lifetimes of methods that one doesn't own, from <c>*.ffi-lifetimes</c> files: a method a line, then what its parameters and
/// result are. <c>docs/guides/lifetimes-files.md</c> describes the format.</summary>
internal sealed class LifetimeFile
{
    private const string Extension = ".ffi-lifetimes";

    private readonly NativeLines natives = new();
    private readonly Dictionary<string, List<string>> clauses = new(StringComparer.Ordinal);

    // Of the keys: most methods are none of them, and a name is compared sooner than a type is written out.
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <summary>The names of the methods that the files name, without their types.</summary>
    public IEnumerable<string> MethodNames => names;

    public static LifetimeFile Read(ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        var all = new LifetimeFile();
        var assembly = typeof(LifetimeFile).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(Extension, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            all.Add(reader.ReadToEnd().Split('\n'));
        }

        foreach (AdditionalText file in files.Where(f => f.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)))
        {
            if (file.GetText(cancellation) is { } text)
            {
                all.Add(text.Lines.Select(line => line.ToString()));
            }
        }

        return all;
    }

    /// <summary>Adds to a signature what the files say of the method, and of the native function that it imports.</summary>
    public NativeSignature Apply(IMethodSymbol method, NativeSignature signature)
    {
        if (signature is { IsNative: true, Library: { } library })
        {
            // What the declaration says of itself counts for more.
            NativeSignature known = natives
                .ClausesOf(library, signature.EntryPoint)
                .Aggregate(signature, (one, clause) => ApplyClause(method, one, clause));
            signature = known with
            {
                Parameters = known.Parameters.SetItems(signature.Parameters),
                Result = signature.Result != ResultLifetime.None ? signature.Result : known.Result,
            };
        }

        if (
            !names.Contains(method.Name)
            || !clauses.TryGetValue($"{method.ContainingType.ToDisplayString()}.{method.Name}", out List<string>? said))
        {
            return signature;
        }

        foreach (string clause in said)
        {
            signature = ApplyClause(method, signature, clause);
        }

        return signature;
    }

    // A # before a digit is a parameter's number.
    private static string WithoutComment(string line)
    {
        int at = 0;
        while ((at = line.IndexOf('#', at)) >= 0 && at + 1 < line.Length && char.IsDigit(line[at + 1]))
        {
            at++;
        }

        return (at < 0 ? line : line.Substring(0, at)).Trim();
    }

    private void Add(IEnumerable<string> lines)
    {
        foreach (string line in lines.Select(WithoutComment).Where(l => l.Length > 0))
        {
            int space = line.IndexOfAny([' ', '\t']);
            if (space < 0)
            {
                continue;
            }

            string method = line.Substring(0, space);
            if (natives.TryAdd(method, line.Substring(space).Split(';').Select(c => c.Trim())))
            {
                continue;
            }

            if (!clauses.TryGetValue(method, out List<string>? said))
            {
                clauses[method] = said = [];
                names.Add(method.Substring(method.LastIndexOf('.') + 1));
            }

            said.AddRange(line.Substring(space).Split(';').Select(c => c.Trim()));
        }
    }

    private static NativeSignature ApplyClause(IMethodSymbol method, NativeSignature signature, string clause)
    {
        string[] words = clause.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
        {
            return signature;
        }

        if (words[0] == "return")
        {
            return words[1] switch
            {
                "borrowed-from" when words.Length > 2 => signature with
                {
                    Result = new() { BorrowedFrom = words[2], InvalidatedBy = [.. words.Skip(3).Where(w => w != "until")] },
                },
                "freed-with" when words.Length > 2 => signature with { Result = new() { FreedWith = words[2] } },
                _ => signature,
            };
        }

        IParameterSymbol? parameter = method.Parameters.FirstOrDefault(p => p.Name == words[0] || words[0] == $"#{p.Ordinal + 1}");
        ParameterLifetime? lifetime = words[1] switch
        {
            "retained" => new() { IsRetained = true, Until = words.Length > 3 && words[2] == "until" ? words[3] : null },
            "frees" => new() { IsFreed = true },
            "nul-terminated" => new() { IsNulTerminated = true },
            _ => null,
        };
        return parameter is null || lifetime is null || (lifetime.IsRetained && IsTextAmongOthers(method, parameter))
            ? signature
            : signature with { Parameters = signature.Parameters.SetItem(parameter.Ordinal, lifetime) };
    }

    // A line about overloads, of which one takes text, speaks of the addresses and callbacks that the others take: text is copied for the
    // call.
    private static bool IsTextAmongOthers(IMethodSymbol method, IParameterSymbol parameter) =>
        parameter.Type.SpecialType == SpecialType.System_String
        && method
            .ContainingType.GetMembers(method.Name)
            .OfType<IMethodSymbol>()
            .Any(overload =>
                overload.Parameters.Any(other => other.Name == parameter.Name && other.Type.SpecialType != SpecialType.System_String));
}
