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

        TargetResult[] targets = RunAll([.. request.Platforms], platform => new TargetReader(clang, request, path, platform).Read(), request.PlatformRead);
        problems.AddRange(ReadProblems.Join(targets.Select(static target => target.Problems)));
        return problems.Count > 0 ? new ReadResult(null, problems) : new ReadResult(Merge(path, targets), [])
        {
            Files = [.. targets.SelectMany(static target => target.OwnFiles).Select(static file => file.Path).Distinct().Order(StringComparer.Ordinal)],
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

    private static TargetResult[] RunAll(Platform[] platforms, Func<Platform, TargetResult> read, Action<Platform>? done)
    {
        var results = new TargetResult[platforms.Length];
        int next = -1;
        Exception? failure = null;
        Thread[] threads = [.. Enumerable.Range(0, Math.Min(Environment.ProcessorCount, platforms.Length)).Select(_ => new Thread(Work, StackBytes))];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        return failure is null ? results : throw new InvalidOperationException("Reading a header failed.", failure);

        void Work()
        {
            try
            {
                for (int index; (index = Interlocked.Increment(ref next)) < platforms.Length;)
                {
                    results[index] = read(platforms[index]);
                    done?.Invoke(platforms[index]);
                }
            }
            catch (Exception error)
            {
                failure = error;
            }
        }
    }
}
