using System.Security.Cryptography;
using System.Text;
using Ffi.Bindgen.Clang;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>Reads C headers into a digest.</summary>
public static class HeaderReader
{
    // libclang descends into expressions and types by recursion; a macro can nest them deep.
    private const int StackBytes = 64 << 20;

    /// <summary>Reads headers for all platforms of a request at once.</summary>
    /// <returns>A digest, or the reasons why there is none.</returns>
    public static ReadResult Read(ReadRequest request)
    {
        List<ReadProblem> problems = [];
        IncludePath path = IncludePath.Resolve(request, problems);
        if (problems.Count > 0)
        {
            return new ReadResult(null, problems);
        }

        LibClang clang;
        try
        {
            clang = request.ClangPath is { } chosen ? ClangLoader.Load(chosen) : ClangLoader.Library;
        }
        catch (ClangNotFoundException missing)
        {
            return new ReadResult(null, [new(ReadProblemKind.ClangNotFound, missing.Message, File: null, Line: 0, default)]);
        }

        TargetResult[] targets = RunAll(
            [.. request.Platforms.GroupBy(PlatformNames.SystemOf).Select(static system => system.ToArray())],
            system => ReadSystem(clang, request, path, system));
        problems.AddRange(ReadProblems.Join(targets.Select(static target => target.Problems)));
        return problems.Count > 0
            ? new ReadResult(null, problems)
            : new ReadResult(Merge(path, targets), [])
            {
                Files =
                [
                    .. targets
                        .SelectMany(static target => target.OwnFiles)
                        .Select(static file => file.Path)
                        .Distinct()
                        .Order(StringComparer.Ordinal),
                ],
            };
    }

    private static HeaderDigest Merge(IncludePath path, TargetResult[] targets) =>
        DigestMerger.Merge([.. targets.Select(static target => target.Digest)]) with
        {
            Headers = path.Headers.Select(static header => header.Name).ToEquatableArray(),
            Sha256 = Hash(targets.SelectMany(static target => target.OwnFiles)),
        };

    // A name is part of what is hashed: two headers that change places are other headers.
    private static string Hash(IEnumerable<SourceFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (SourceFile file in files.DistinctBy(static file => file.Path).OrderBy(static file => file.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Name + "\n"));
            hash.AppendData(file.Bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // A header that doesn't look at the processor is read for the first one of a system.
    private static List<TargetResult> ReadSystem(LibClang clang, ReadRequest request, IncludePath path, Platform[] platforms)
    {
        List<TargetResult> results = [];
        TargetReader first = new(clang, request, path, platforms[0]);
        foreach (Platform platform in platforms)
        {
            TargetResult? shared = results.Count > 0 ? first.Share(results[0], platform) : null;
            results.Add(shared ?? (results.Count == 0 ? first : new TargetReader(clang, request, path, platform)).Read());
            request.PlatformRead?.Invoke(platform);
        }

        return results;
    }

    private static TargetResult[] RunAll(Platform[][] systems, Func<Platform[], IReadOnlyList<TargetResult>> read)
    {
        var results = new IReadOnlyList<TargetResult>[systems.Length];
        int next = -1;
        Exception? failure = null;
        Thread[] threads =
        [
            .. Enumerable.Range(0, Math.Min(Environment.ProcessorCount, systems.Length)).Select(_ => new Thread(Work, StackBytes)),
        ];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        return failure is null
            ? [.. results.SelectMany(static system => system)]
            : throw new InvalidOperationException("Reading a header failed.", failure);

        void Work()
        {
            try
            {
                for (int index; (index = Interlocked.Increment(ref next)) < systems.Length;)
                {
                    results[index] = read(systems[index]);
                }
            }
            catch (Exception error)
            {
                failure = error;
            }
        }
    }
}
