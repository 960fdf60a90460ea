using Ffi.Headers.Checking;
using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;
using Ffi.Tool.Assemblies;
using Ffi.Tool.Assemblies.Places;

namespace Ffi.Tool.Verifying;

/// <summary>Compares an assembly's declarations with digests and with what libraries export.</summary>
internal sealed class Verifier(
    string path,
    AssemblyDeclarations declarations,
    IReadOnlyList<NamedDigest> digests,
    IReadOnlyList<ExportList> exports)
{
    /// <summary>Compares everything.</summary>
    public VerifyReport Run()
    {
        DigestSet set = new([.. digests.Select(static named => named.Index)]);
        DeclarationSet all = declarations.With(name => set.All.Any(digest => digest.FunctionsOf(name).Any()));
        Coverage coverage = Coverage.Of(declarations.Imports, set, exports);
        IEnumerable<Finding> found = new DeclarationChecker(set).Check(all)
            // The library itself knows better than a header which functions it has.
            .Where(finding => finding.Rule != CheckRule.UnknownSymbol || !exports.Any(list => list.Has(finding.Symbol)))
            .Concat(exports.SelectMany(list => list.Check(declarations.Imports)));
        using PlaceFinder places = new();
        return new VerifyReport(
            path,
            declarations.Imports.Count,
            coverage.Checked,
            [
                .. digests
                    .Where(named => coverage.Used.Contains(named.Index))
                    .Select(static named => new UsedDigest(named.Name, named.Index.Digest.Version, named.IsKnown)),
            ],
            coverage.Unchecked,
            [
                .. found
                    .Select(finding => Place(finding, places))
                    .Distinct()
                    .OrderBy(static finding => finding.File, StringComparer.Ordinal)
                    .ThenBy(static finding => finding.Line)
                    .ThenBy(static finding => finding.Column),
            ]);
    }

    private PlacedFinding Place(Finding finding, PlaceFinder places)
    {
        MemberPlace? member = finding.Origin as MemberPlace;
        // A binding may be newer than a digest that the tool has chosen itself: that a function or a field isn't in it is no mistake.
        bool isGuess =
            digests.All(static named => named.IsKnown)
            && ((finding.Rule == CheckRule.UnknownSymbol && exports.Count == 0) || finding.MayBeOfLaterVersion);
        FoundPlace place = member is null ? new FoundPlace(SourceFiles.Show(path), 0, 0) : places.Find(member);
        return new PlacedFinding(
            finding.Id,
            isGuess ? FindingSeverity.Info : finding.Severity,
            finding.FullMessage,
            place.File,
            place.Line,
            place.Column,
            member?.Text ?? "",
            finding.Symbol,
            finding.Header?.ToString(),
            new NameList(finding.Platforms.Intersect(finding.Compared).Select(PlatformNames.NameOf)));
    }
}

/// <summary>A digest with the name under which the user chose it.</summary>
internal sealed record NamedDigest(string Name, DigestIndex Index, bool IsKnown);
