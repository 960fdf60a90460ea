using System.Reflection;
using Ffi.Bindgen.Tests.Checking;
using Ffi.Headers.Checking;
using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;
using Ffi.Tool.Assemblies;
using Ffi.Tool.Sources;
using Ffi.Tool.Tests.Testing;
using Xunit.Abstractions;

namespace Ffi.Tool.Tests.Verifying;

/// <summary>Bindings that people wrote and published: nothing is said of those that are right, and mistakes that are made in them are
/// found.</summary>
public sealed class RealBindingTests(ITestOutputHelper output)
{
    private const double LeastFound = 0.99;
    private const int LeastMistakes = 3000;

    private static readonly string s_packages = typeof(RealBindingTests)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static data => data.Key == "PackageFolder")
        .Value!;

    private static readonly (string Assembly, string Digest)[] s_right =
    [
        ("sqlitepclraw.provider.e_sqlite3/3.0.5/lib/net8.0/SQLitePCLRaw.provider.e_sqlite3.dll", "sqlite3"),
        ("sodium.core/1.4.1/lib/net9.0/Sodium.Core.dll", "sodium"),
        ("nsec.cryptography/26.4.0/lib/net9.0/NSec.Cryptography.dll", "sodium"),
        ("zstdnet/1.5.7/lib/netstandard2.1/ZstdNet.dll", "zstd"),
    ];

    // One that looks its functions up by itself, into delegates, and two that have digests of other versions than they are for.
    private static readonly (string Assembly, string Digest)[] s_others =
    [
        ("sqlitepclraw.provider.dynamic_cdecl/3.0.5/lib/netstandard2.0/SQLitePCLRaw.provider.dynamic_cdecl.dll", "sqlite3"),
        ("lightningdb/0.23.1/lib/net10.0/LightningDB.dll", "lmdb"),
        ("libgit2sharp/0.32.0/lib/net8.0/LibGit2Sharp.dll", "libgit2"),
    ];

    public static TheoryData<string> Right => [.. s_right.Select(static binding => binding.Assembly)];

    [Theory, MemberData(nameof(Right))]
    public void Verify_SaysNothingOfWhatIsRight(string assembly) => ToolRun.Clean("verify", Path.Combine(s_packages, assembly));

    /// <summary>The tool's digest is of an older libgit2. A new field that lies in what was padding is as little a mistake as one at the
    /// end; a field that is missing is one.</summary>
    [Fact]
    public void Verify_TellsNewerStructs_FromWrongOnes()
    {
        ToolRun run = ToolRun.Of("verify", Path.Combine(s_packages, s_others[^1].Assembly));

        Assert.DoesNotContain("'GitFetchOptions'", run.Output);
        Assert.DoesNotContain("'GitPushOptions'", run.Output);
        Assert.Contains("error FFI3006: LibGit2Sharp.Core.GitStatusOptions", run.Output);
    }

    [Fact]
    public void AlmostEveryMistake_IsFound()
    {
        List<Mutant> made = [];
        List<Mutant> missed = [];
        foreach ((string assembly, string name) in s_right.Concat(s_others))
        {
            DigestIndex digest = new(DigestSource.Known(name).Digest!);
            DeclarationChecker checker = new(new DigestSet([digest]));
            using AssemblyDeclarations read = new(AssemblyFile.Open(Path.Combine(s_packages, assembly)).Assembly!);
            DeclarationSet all = read.With(symbol => digest.FunctionsOf(symbol).Any());
            // What is said of a declaration already would hide what is said of a mistake in it.
            ManagedFunction[] functions =
            [
                .. all
                    .Functions.Where(function => IsRight(checker, new DeclarationSet { Functions = [function] }))
                    .SelectMany(function => WhatTheHeaderTells(function, digest)),
            ];
            ManagedConstant[] constants =
            [
                .. all.Constants.Where(constant =>
                    constant.Value is IntegerValue
                    && IsCompared(constant.Name, digest)
                    && IsRight(checker, new DeclarationSet { Constants = [constant] })),
            ];
            Mutant[] mutants = [.. Mutants.Of(functions, constants, [])];
            Mutant[] unseen = [.. mutants.Where(mutant => IsRight(checker, mutant.Declarations))];
            output.WriteLine(
                $"{Path.GetFileName(assembly)}: {functions.Length} functions, {constants.Length} constants, {mutants.Length - unseen.Length} of {mutants.Length}"
            );
            made.AddRange(mutants);
            missed.AddRange(unseen);
        }

        foreach (
            IGrouping<string, Mutant> kind in made.GroupBy(static mutant => mutant.Kind)
                .OrderBy(static kind => kind.Key, StringComparer.Ordinal))
        {
            Mutant[] missedOfKind = [.. missed.Where(mutant => mutant.Kind == kind.Key)];
            output.WriteLine(
                $"{kind.Key}: {kind.Count() - missedOfKind.Length} of {kind.Count()} {string.Join(" ", missedOfKind.Select(static mutant => mutant.Where).Take(8))}"
            );
        }

        output.WriteLine($"all: {made.Count - missed.Count} of {made.Count}");
        Assert.True(made.Count >= LeastMistakes, $"Only {made.Count} mistakes were made.");
        Assert.True(
            missed.Count <= (1 - LeastFound) * made.Count,
            $"{missed.Count} of {made.Count} were not found: {string.Join(", ", missed.Select(static mutant => $"{mutant.Kind} in {mutant.Where}").Take(20))}"
        );
    }

    private static bool IsRight(DeclarationChecker checker, DeclarationSet declarations) => checker.Check(declarations).Count == 0;

    // What stands for C's dots, and what is behind a void pointer, is the program's business.
    private static IEnumerable<ManagedFunction> WhatTheHeaderTells(ManagedFunction function, DigestIndex digest)
    {
        if (digest.FunctionsOf(function.Symbol).FirstOrDefault() is { IsVariadic: false, IsUnprototyped: false } native)
        {
            yield return function with
            {
                Signature = function.Signature with
                {
                    Parameters = function
                        .Signature.Parameters.Select(
                            (parameter, index) =>
                                IsVoid(native.Parameters[index].Type.First, digest)
                                    ? parameter with
                                    {
                                        Shape = new AddressShape(),
                                    }
                                    : parameter)
                        .ToEquatableArray(),
                },
            };
        }
    }

    private static bool IsVoid(CType type, DigestIndex digest) =>
        digest.Resolve(type, Platform.LinuxX64) is PointerType { Target: var target }
        && digest.Resolve(target, Platform.LinuxX64) is PrimitiveType { Primitive: Primitive.Void };

    private static bool IsCompared(string name, DigestIndex digest) =>
        digest.ConstantsOf(name).Any(static constant => constant.Value.First is IntegerValue)
        && !name.Contains("VERSION", StringComparison.OrdinalIgnoreCase);
}
