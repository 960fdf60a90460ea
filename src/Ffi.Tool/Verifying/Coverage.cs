using Ffi.Headers.Checking;
using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Tool.Verifying;

/// <summary>Which imports were compared, with which digests.</summary>
internal sealed record Coverage(int Checked, IReadOnlySet<DigestIndex> Used, IReadOnlyList<UncheckedLibrary> Unchecked)
{
    public static Coverage Of(IReadOnlyList<ManagedFunction> imports, DigestSet digests, IReadOnlyList<ExportList> exports)
    {
        int count = 0;
        HashSet<DigestIndex> used = [];
        List<UncheckedLibrary> without = [];
        foreach (IGrouping<string?, ManagedFunction> library in imports.GroupBy(static import => import.Library))
        {
            // As DeclarationChecker chooses: the library's own digests, or else those that have the functions.
            IReadOnlyList<DigestIndex> own = library.Key is null ? [] : digests.Of(library.Key);
            bool isOwn = own.Count > 0;
            own = isOwn || SystemLibraries.Contains(library.Key) ? own : digests.All;
            int here = 0;
            foreach (ManagedFunction import in library)
            {
                DigestIndex? digest = own.FirstOrDefault(digest => Has(digest, import.Symbol));
                here += digest is not null || exports.Any(list => list.Belongs(import)) ? 1 : 0;
                _ = digest is not null && used.Add(digest);
            }

            count += here;
            if (here == 0 && !isOwn)
            {
                without.Add(new UncheckedLibrary(library.Key ?? "(library not named)", library.Count()));
            }

            used.UnionWith(isOwn ? own : []);
        }

        return new Coverage(count, used, [.. without.OrderByDescending(static library => library.Imports)]);
    }

    private static bool Has(DigestIndex digest, string symbol) =>
        digest.FunctionsOf(symbol).Any() || digest.FunctionsOf(symbol + "W").Any();
}
