using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>Joins what is wrong on several platforms.</summary>
internal static class ReadProblems
{
    // Behind the first few, errors are mostly consequences.
    private const int Most = 20;

    public static IEnumerable<ReadProblem> Join(IEnumerable<IReadOnlyList<ReadProblem>> targets)
    {
        ReadProblem[] joined = [.. targets.SelectMany(static problems => problems)
            .GroupBy(static problem => (problem.Kind, problem.Message, problem.File, problem.Line))
            .Select(static group => group.First() with
            {
                Platforms = group.Aggregate(PlatformSet.None, static (set, problem) => set.Union(problem.Platforms)),
            })];
        // A missing include explains the errors behind it.
        return joined.OrderBy(static problem => problem.Kind).Take(Most);
    }
}
