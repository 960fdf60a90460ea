using Ffi.Abi.Tests.Model;
using Ffi.Abi.Tests.Sources;

namespace Ffi.Abi.Program.Writing;

/// <summary>The files that the program is compiled from: a C file a set, a C# file a path, and the list of all calls.</summary>
internal static class ProgramSources
{
    public static void Write(string folder, int seed, int count)
    {
        CaseSet unmarshalled = CaseSets.Of("unmarshalled", seed, count);
        CaseSet smallStructs = CaseSets.Of("small-structs", seed, count);
        CaseSet mutated = CaseSets.Of("mutated");

        // Every signature is passed as a declared function and as data. Of the other ways, which share the trampolines, each takes a
        // quarter: an emulated compiler is slow.
        int quarter = (count + 3) / 4;
        List<PathSources> paths =
        [
            new(new StaticLibraryPath(), "unmarshalled", unmarshalled),
            new(new NativeCallPath(), "small-structs", smallStructs),
            new(new NativeSignaturePath(), "small-structs", smallStructs with { Cases = [.. smallStructs.Cases.Take(quarter)] }),
            .. new CallPath[]
            {
                new InstanceLibraryPath(), new TypedDelegatePath(), new LentCallbackPath(), new RetainedCallbackPath(),
                new StaticCallbackPath(),
            }
                .Select(path => new PathSources(path, "unmarshalled", unmarshalled with { Cases = [.. unmarshalled.Cases.Take(quarter)] })),
            new(new StaticLibraryPath(), "mutated", mutated) { Space = "Unmutated" },
        ];
        List<(Mutation Mutation, PathSources Source)> mutants =
            [
                .. Mutation.All.Select(mutation =>
                    (mutation, new PathSources(new StaticLibraryPath(), "mutated", mutated) { Space = mutation.Name })),
            ];

        // What an earlier version has written would be compiled, too.
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        (string, CaseSet)[] sets = [("unmarshalled", unmarshalled), ("small-structs", smallStructs), ("mutated", mutated)];
        foreach ((string name, CaseSet set) in sets)
        {
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, name)).FullName, "abi.c"), CSource.Write(set));
        }

        foreach (PathSources path in paths)
        {
            File.WriteAllText(Path.Combine(folder, $"{path.Space}.cs"), path.Text);
        }

        foreach ((Mutation mutation, PathSources source) in mutants)
        {
            File.WriteAllText(Path.Combine(folder, $"{source.Space}.cs"), mutation.Apply(source.Text));
        }

        File.WriteAllText(Path.Combine(folder, "AbiCalls.cs"), ListOf(seed, paths, mutants));
    }

    private static string ListOf(int seed, IEnumerable<PathSources> paths, IEnumerable<(Mutation Mutation, PathSources Source)> mutants) =>
        $$"""
        using Ffi.Abi.Portable;

        [assembly: System.Runtime.CompilerServices.DisableRuntimeMarshalling]

        internal static class AbiCalls
        {
            public const int Seed = {{seed}};

            public static readonly PathCalls[] All =
            [
        {{string.Join("\n", paths.Select(Line))}}
            ];

            public static readonly PathCalls[] Mutants =
            [
        {{string.Join("\n", mutants.Select(mutant => Line(mutant.Source)))}}
            ];
        }
        """;

    private static string Line(PathSources path) =>
        $"""        new("{path.Space}", "{path.SetName}", {path.Set.Cases.Count}, () => {path.Space}.{CSharpSource.ClassName}.All),""";
}
